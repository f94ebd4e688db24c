"""LightGBM tuned by Optuna's TPE under a budget: a search on the first folds at a fast learning rate,
then the best point on every fold and once for the hold-out at a slow one. Each trial and each of the
last fits is kept as soon as it is done, so that a search cut off goes on as it would have."""

import json
import time
from dataclasses import asdict, dataclass

import lightgbm
import numpy as np
import optuna
from optuna.distributions import FloatDistribution, IntDistribution

from common import CheckError
from study.evaluation import client_costs, out_of_fold_refusals
from study.training_clients import HOLD_OUT

FIXED = {"objective": "binary", "metric": "binary_logloss", "bagging_freq": 1, "max_bin": 255,
         "deterministic": True, "force_col_wise": True, "verbosity": -1}
SPACE = {
    "num_leaves": IntDistribution(8, 128, log=True),
    "max_depth": IntDistribution(3, 12),
    "min_child_samples": IntDistribution(10, 300, log=True),
    "feature_fraction": FloatDistribution(0.05, 0.8, log=True),
    "bagging_fraction": FloatDistribution(0.5, 1.0),
    "lambda_l1": FloatDistribution(0.01, 10, log=True),
    "lambda_l2": FloatDistribution(1, 200, log=True)}
# Set by hand, as our own search starts from a grid set by hand.
START = {"num_leaves": 31, "max_depth": 8, "min_child_samples": 40, "feature_fraction": 0.2,
         "bagging_fraction": 0.8, "lambda_l1": 0.01, "lambda_l2": 50.0}


@dataclass(frozen=True)
class Budget:
    """How much may be fitted, and how fast it learns."""
    trials: int              # points of the search, as many as ours: grid and TPE
    random_trials: int       # the first of them at random but for START, as many as our grid
    search_folds: int
    search_eta: float
    search_patience: int     # rounds without improvement after which a fit stops
    eta: float
    patience: int
    rounds: int              # most trees of a fit
    stopping_share: float
    seed: int


class Search:
    """A search and its last fits, kept in `folder`."""

    def __init__(self, clients, budget, folder, threads, deadline=float("inf")):
        self.clients, self.budget, self.folder = clients, budget, folder
        self.threads, self.deadline = threads, deadline
        optuna.logging.set_verbosity(optuna.logging.WARNING)
        folder.mkdir(parents=True, exist_ok=True)
        self.study = optuna.create_study(storage=f"sqlite:///{folder / 'optuna.db'}",
                                         study_name="lightgbm", load_if_exists=True)
        self.refuse_another()

    def refuse_another(self):
        """What was kept must come from the same rows, settings and library."""
        made_for = {"rows": self.clients.digest(), "budget": asdict(self.budget), "fixed": FIXED,
                    "start": START, "space": {name: str(SPACE[name]) for name in SPACE},
                    "lightgbm": lightgbm.__version__, "optuna": optuna.__version__}
        before = self.study.user_attrs.get("made for")
        if before is None:
            self.study.set_user_attr("made for", made_for)
        elif before != json.loads(json.dumps(made_for)):
            changed = [name for name in made_for if before.get(name) != made_for[name]]
            raise CheckError(f"{self.folder} holds another search", f"other {', '.join(changed)}",
                             "pass another --out, or delete that folder")

    def trials(self):
        return self.study.get_trials(states=[optuna.trial.TrialState.COMPLETE])

    def late(self):
        return time.perf_counter() > self.deadline

    def next_point(self):
        """Depends on the finished trials and their number only."""
        done = self.trials()
        if not done:
            return dict(START)
        sampler = optuna.samplers.TPESampler(n_startup_trials=self.budget.random_trials,
                                             seed=self.budget.seed + len(done))
        asked = optuna.create_study(sampler=sampler)
        asked.add_trials(done)
        return asked.ask(SPACE).params

    def run(self):
        """Whether every trial is done; stops after the one that passes the deadline."""
        while (number := len(self.trials())) < self.budget.trials:
            if self.late():
                return False
            start = time.perf_counter()
            point = self.next_point()
            loss, trees = self.loss(point)
            seconds = time.perf_counter() - start
            self.study.add_trial(optuna.trial.create_trial(
                params=point, distributions=SPACE, value=loss,
                user_attrs={"seconds": seconds, "trees": trees}))
            print(f"  trial {number + 1:2} of {self.budget.trials}: cost {loss:.5f}, {trees} trees, "
                  f"{seconds:.1f} s", flush=True)
        return True

    def loss(self, point):
        """Cost per client over the folds of the search, thresholds from the other folds."""
        folds, target = self.clients.folds, self.clients.target
        scores, trees = np.full(len(target), np.nan), []
        for fold in range(self.budget.search_folds):
            model = self.fit((folds != HOLD_OUT) & (folds != fold), point,
                             self.budget.search_eta, self.budget.search_patience)
            scores[folds == fold] = self.margins(model, folds == fold)
            trees.append(model.best_iteration)
        judged = (folds >= 0) & (folds < self.budget.search_folds)
        refused = out_of_fold_refusals(scores[judged], target[judged], folds[judged])
        return float(client_costs(refused, target[judged]).mean()), trees

    def fit(self, training, point, eta, patience):
        apart = self.clients.stopping(training, self.budget.stopping_share)
        parameters = FIXED | point | {"learning_rate": eta, "num_threads": self.threads,
                                      "seed": self.budget.seed}
        features, target = self.clients.features, self.clients.target
        learning = lightgbm.Dataset(features[training & ~apart], target[training & ~apart],
                                    params=parameters)
        return lightgbm.train(
            parameters, learning, num_boost_round=self.budget.rounds,
            valid_sets=[learning.create_valid(features[apart], target[apart])],
            callbacks=[lightgbm.early_stopping(patience, verbose=False)])

    def margins(self, model, rows):
        return model.predict(self.clients.features[rows], raw_score=True,
                             num_threads=self.threads)

    def scores(self):
        """Margins of the best point: out of fold, and for the hold-out by a fit on all training
        clients. None when the deadline passes first."""
        folds = self.clients.folds
        scores = np.full(len(folds), np.nan)
        for fold in self.last_folds():
            inside, kept = folds == fold, self.folder / f"last-{fold}.npy"
            if f"last {fold}" not in self.study.user_attrs:
                if self.late():
                    return None
                start = time.perf_counter()
                model = self.fit((folds != HOLD_OUT) & ~inside, self.study.best_params,
                                 self.budget.eta, self.budget.patience)
                np.save(kept, self.margins(model, inside))
                fact = {"trees": model.best_iteration, "seconds": time.perf_counter() - start}
                self.study.set_user_attr(f"last {fold}", fact)
                print(f"  {'hold-out' if fold == HOLD_OUT else f'fold {fold}'}: "
                      f"{fact['trees']} trees, {fact['seconds']:.1f} s", flush=True)
            scores[inside] = np.load(kept)
        return scores

    def last_folds(self):
        return [*range(int(self.clients.folds.max()) + 1), HOLD_OUT]

    def spent(self):
        """Fits and seconds of the search and of the last fits."""
        done = self.study.user_attrs
        last = [done[name] for fold in self.last_folds() if (name := f"last {fold}") in done]
        trials = self.trials()
        return {"search": {"fits": len(trials) * self.budget.search_folds,
                           "seconds": sum(trial.user_attrs["seconds"] for trial in trials)},
                "last": {"fits": len(last), "seconds": sum(fact["seconds"] for fact in last),
                         "trees": [fact["trees"] for fact in last]}}
