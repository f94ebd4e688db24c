"""Tests of the checks themselves: `scripts/checks/python -m unittest discover scripts/checks`. Values are worked
by hand."""

import contextlib
import gzip
import io
import json
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
from deltalake import write_deltalake
from sklearn.metrics import roc_auc_score

from common import CheckError
from features.compare_features import Tally
from features.declarations import (APPLICATION_BINARIES, APPLICATION_INDICATORS, APPLICATION_RATIOS, GROUPS,
                                   feature_suffix)
from scoring.inputs import barred_inputs, barred_reasons
from scoring.variants import auc
from study.evaluation import RankedScores, best_threshold, client_costs, out_of_fold_refusals
from study.lightgbm_search import Budget, Search
from study.training_clients import HOLD_OUT, Clients
from workspaces import compare_workspaces

HERE = Path(__file__).resolve().parent
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(HERE)}

INSTALMENTS = """SK_ID_PREV,SK_ID_CURR,NUM_INSTALMENT_VERSION,NUM_INSTALMENT_NUMBER,DAYS_INSTALMENT,DAYS_ENTRY_PAYMENT,AMT_INSTALMENT,AMT_PAYMENT
1,7,1,1,-100,-90,100,50
1,7,1,2,-70,-75,200,
1,7,,3,-40,,0,20
1,8,,1,-5,,,
2,99,1,1,-5,-5,10,10
"""

EXPECTED = {
    7: {"INSTAL_COUNT": 3, "INSTAL_NUM_INSTALMENT_VERSION_NUNIQUE": 1,
        "INSTAL_DPD_MAX": 10, "INSTAL_DPD_SUM": 10, "INSTAL_DPD_MEAN": 5, "INSTAL_DBD_MAX": 5,
        "INSTAL_PAYMENT_PERC_MAX": 0.5, "INSTAL_PAYMENT_PERC_MEAN": 0.25,
        "INSTAL_PAYMENT_PERC_VAR": 0.125, "INSTAL_PAYMENT_DIFF_SUM": 30,
        "INSTAL_PAYMENT_DIFF_VAR": 2450, "INSTAL_AMT_PAYMENT_MIN": 20},
    8: {"INSTAL_COUNT": 1, "INSTAL_NUM_INSTALMENT_VERSION_NUNIQUE": 0, "INSTAL_DPD_SUM": None,
        "INSTAL_PAYMENT_PERC_MAX": None, "INSTAL_PAYMENT_DIFF_VAR": None,
        "INSTAL_AMT_PAYMENT_SUM": None},
    9: {"INSTAL_COUNT": None, "INSTAL_NUM_INSTALMENT_VERSION_NUNIQUE": None, "POS_COUNT": None},
}


class Evaluation(unittest.TestCase):

    def setUp(self):
        rng = np.random.default_rng(3)
        self.target = (rng.random(300) < 0.2).astype(int)
        self.scores = np.round(self.target * 0.4 + rng.normal(size=300), 1)   # many ties
        self.folds = rng.integers(0, 5, 300)

    def test_auc_counts_ties_half_and_weights_as_repeated_clients(self):
        weights = np.random.default_rng(4).integers(0, 4, 300).astype(float)
        ranked = RankedScores(self.scores, self.target)
        self.assertAlmostEqual(ranked.auc(), roc_auc_score(self.target, self.scores))
        self.assertAlmostEqual(ranked.auc(weights), roc_auc_score(
            self.target, self.scores, sample_weight=weights))

    def test_threshold_is_the_cheapest_of_all(self):
        cost = client_costs(self.scores >= best_threshold(self.scores, self.target), self.target)
        every = [client_costs(self.scores >= limit, self.target).sum()
                 for limit in [*self.scores, np.inf]]
        self.assertEqual(cost.sum(), min(every))

    def test_threshold_refuses_nobody_when_nobody_defaults(self):
        self.assertEqual(best_threshold(self.scores, np.zeros(300, int)), np.inf)

    def test_the_threshold_of_a_fold_does_not_depend_on_its_own_labels(self):
        before = out_of_fold_refusals(self.scores, self.target, self.folds)
        flipped = np.where(self.folds == 2, 1 - self.target, self.target)
        after = out_of_fold_refusals(self.scores, flipped, self.folds)
        self.assertTrue((before == after)[self.folds == 2].all())


class LightgbmSearch(unittest.TestCase):

    BUDGET = Budget(trials=6, random_trials=3, search_folds=2, search_eta=0.3, search_patience=3,
                    eta=0.2, patience=5, rounds=20, stopping_share=0.2, seed=5)

    def setUp(self):
        rng = np.random.default_rng(6)
        features = rng.normal(size=(900, 5)).astype(np.float32)
        target = (features[:, 0] + rng.normal(size=900) > 1.2).astype(int)
        self.clients = Clients(features, target, rng.integers(HOLD_OUT, 3, 900),
                               rng.permutation(900))
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def search(self, name, deadline=float("inf"), clients=None):
        return Search(clients or self.clients, self.BUDGET, Path(self.folder.name) / name, 1, deadline)

    def test_stopping_rows_are_the_first_of_each_class(self):
        training = self.clients.folds >= 0
        apart = self.clients.stopping(training, 0.2)
        for label in (0, 1):
            members = [at for at in range(900) if training[at] and self.clients.target[at] == label]
            members.sort(key=lambda at: self.clients.order[at])
            first = members[:len(members) * 2 // 10]
            self.assertEqual(sorted(first), [at for at in range(900) if apart[at]
                                             and self.clients.target[at] == label])

    def test_a_search_cut_off_goes_on_as_it_would_have(self):
        whole = self.search("whole")
        self.assertTrue(whole.run())
        cut = self.search("cut")
        for seen in range(self.BUDGET.trials):
            trial = whole.trials()[seen]
            if seen % 2:   # opened anew, as after a kill
                cut = self.search("cut")
            self.assertEqual(cut.next_point(), trial.params)
            cut.study.add_trial(trial)
        self.assertTrue(self.search("cut", deadline=0).run())
        np.testing.assert_array_equal(whole.scores(), self.search("cut").scores())
        self.assertEqual(whole.spent()["search"]["fits"], 12)
        self.assertEqual(whole.spent()["last"]["fits"], 4)

    def test_margins_are_of_models_that_did_not_see_the_client(self):
        search = self.search("honest")
        search.run()
        before = search.scores()
        flipped = np.where(self.clients.folds == 1, 1 - self.clients.target, self.clients.target)
        other = Clients(self.clients.features, flipped, self.clients.folds, self.clients.order)
        again = self.search("flipped", clients=other)
        again.study.add_trials([search.study.best_trial])
        after = again.scores()
        inside = self.clients.folds == 1
        np.testing.assert_array_equal(before[inside], after[inside])
        self.assertFalse(np.array_equal(before[~inside], after[~inside]))

    def test_nothing_begins_after_the_deadline(self):
        search = self.search("late", deadline=0)
        self.assertFalse(search.run())
        self.assertEqual(search.trials(), [])

    def test_another_search_is_refused(self):
        self.search("kept")
        other = Clients(self.clients.features + 1, self.clients.target, self.clients.folds,
                        self.clients.order)
        with self.assertRaisesRegex(CheckError, "another search"):
            self.search("kept", clients=other)


class Inputs(unittest.TestCase):
    USES = {"AMT_CREDIT": "decides", "CODE_GENDER": "measured"}

    def test_a_reason_that_may_not_be_told_is_counted_and_so_is_an_unknown_one(self):
        rows = [{"reasons": [{"feature": "AMT_CREDIT"}, {"feature": "CODE_GENDER"}]}, {"reasons": None},
                {"reasons": [{"feature": "CODE_GENDER"}, {"feature": "F0"}]}]
        self.assertEqual(barred_reasons(rows, self.USES), {"CODE_GENDER": 2, "F0": 1})

    def test_a_bundle_without_profile_is_of_the_full_one(self):
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, "bundle.json").write_text('{"features": ["AMT_CREDIT", "CODE_GENDER"]}')
            self.assertEqual(barred_inputs(folder, self.USES), (["CODE_GENDER"], "full"))


class Ranking(unittest.TestCase):
    def test_auc_of_weighted_clients_with_ties_is_that_of_the_repeated_ones(self):
        random = np.random.default_rng(5)
        target, score = random.integers(2, size=200), random.integers(12, size=200).astype(float)
        weight = random.integers(4, size=200)
        self.assertAlmostEqual(auc(target, score), roc_auc_score(target, score), places=12)
        self.assertAlmostEqual(auc(target, score, weight),
                               roc_auc_score(np.repeat(target, weight), np.repeat(score, weight)), places=12)


class Comparison(unittest.TestCase):

    def differences(self, a, b, scale=0.0):
        tally = Tally()
        tally.add("X", np.array([1]), np.array([a], float), np.array([b], float), scale)
        return tally.wrong

    def test_tolerance(self):
        self.assertEqual(self.differences(1.0, 1.0 + 0.9e-6), 0)
        self.assertEqual(self.differences(1.0, 1.0 + 1.1e-6), 1)
        self.assertEqual(self.differences(0.0, 0.9e-3, scale=1e6), 0)
        self.assertEqual(self.differences(0.0, 1.1e-3, scale=1e6), 1)
        self.assertEqual(self.differences(np.nan, np.nan), 0)
        self.assertEqual(self.differences(np.nan, 0.0, scale=1e30), 1)
        self.assertEqual(self.differences(np.inf, 1.0), 1)


class Oracles(unittest.TestCase):
    """Both oracles on three clients and four instalments."""

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        folder = Path(cls.folder.name)
        raw = ["CNT_FAM_MEMBERS", "AMT_INCOME_TOTAL", "AMT_CREDIT", "AMT_ANNUITY", "DAYS_BIRTH",
               "DAYS_EMPLOYED", "DAYS_LAST_PHONE_CHANGE", "REGION_RATING_CLIENT_W_CITY"]
        names = [*raw, *APPLICATION_BINARIES, *APPLICATION_RATIOS]
        indicators = [f"{column}_{feature_suffix(value)}"
                      for column, values in APPLICATION_INDICATORS.items() for value in values]
        families = [cls.family("APP-RAW", raw), cls.family("APP-OHE", indicators),
                    cls.family("APP-REST", names[len(raw):])]
        for group in GROUPS:
            families += cls.golden_families_of(group)
        count = sum(len(family["features"]) for family in families)
        (folder / "families.json").write_text(json.dumps(
            {"counts": {"core": count}, "families": families}))
        clients = pd.DataFrame({"SK_ID_CURR": [7, 8, 9]}).assign(
            **{name: [1, 2, 0] for name in raw}, **{name: "Y" for name in APPLICATION_BINARIES},
            **{name: "unseen" for name in APPLICATION_INDICATORS})
        clients["DAYS_EMPLOYED"] = [365243, -5, 0]
        clients["AMT_INCOME_TOTAL"] = [3e7, 10, 5]
        clients["CODE_GENDER"] = ["F", "XNA", "M"]
        clients.to_csv(folder / "application_train.csv", index=False)
        (folder / "installments_payments.csv").write_text(INSTALMENTS)

    @staticmethod
    def family(name, features, prefix="", columns=()):
        return {"id": name, "tier": "core", "prefix": prefix, "columns": list(columns),
                "features": list(features)}

    @classmethod
    def golden_families_of(cls, group):
        label = {"BURO_": "BURO", "ACTIVE_": "ACTIVE", "CLOSED_": "CLOSED", "CC_": "CC",
                 "POS_": "POS", "INSTAL_": "INSTAL"}.get(group.prefix, group.prefix[:-1])
        yield cls.family(f"{label}-NUM", [f"{group.prefix}{column}_{kind.upper()}" for column, kinds
                                          in group.aggregates.items() for kind in kinds],
                         group.prefix, [{"col": column, "aggs": kinds} for column, kinds
                                        in group.aggregates.items()])
        shares = [f"{column}_{feature_suffix(value)}" for column, values in group.shares.items()
                  for value in values]
        yield cls.family(f"{label}-OHE", [f"{group.prefix}{share}_MEAN" for share in shares],
                         group.prefix, [{"col": share, "aggs": ["mean"]} for share in shares])
        yield cls.family(f"{label}-COUNT", [group.count] if group.count else [])

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def values(self, script):
        out = f"{self.folder.name}/{script}.parquet"
        subprocess.run([sys.executable, str(HERE / "features" / f"{script}.py"), "--data", self.folder.name,
                        "--families", f"{self.folder.name}/families.json", "--out", out],
                       check=True, capture_output=True, env=ENVIRONMENT)
        return pd.read_parquet(out).reset_index().set_index("SK_ID_CURR")

    def check(self, script):
        found = self.values(script)
        expected = {client: dict(features) for client, features in EXPECTED.items()}
        expected[7] |= {"DAYS_EMPLOYED": None, "AMT_INCOME_TOTAL": 2e7, "CODE_GENDER": 1,
                        "DAYS_EMPLOYED_PERC": None, "NAME_TYPE_SUITE_Family": 0}
        expected[8] |= {"CODE_GENDER": None, "FLAG_OWN_CAR": 1, "DAYS_EMPLOYED_PERC": -2.5}
        expected[9] |= {"CODE_GENDER": 0, "INCOME_CREDIT_PERC": None, "DAYS_EMPLOYED_PERC": None,
                        "ANNUITY_INCOME_PERC": 0, "DAYS_LAST_PHONE_CHANGE": None}
        self.assertEqual(sorted(found.index), [7, 8, 9])
        for client, features in expected.items():
            for name, value in features.items():
                with self.subTest(client=client, feature=name):
                    self.assertEqual(None if np.isnan(found.loc[client, name])
                                     else round(float(found.loc[client, name]), 9), value)

    def test_duckdb(self):
        self.check("features_duckdb")

    def test_pandas(self):
        self.check("features_pandas")


class Workspaces(unittest.TestCase):
    """Two workspaces of one table, one model and the files that tell of them."""

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.before, self.after = (self.workspace(side, moment, order) for side, moment, order in (
            ("before", "2026-01-31T10:00:00Z", [7, 8, 9]), ("after", "2026-02-01T11:22:33Z", [9, 7, 8])))

    def workspace(self, side, moment, clients):
        root = Path(self.folder.name) / side
        self.write(root, "models/r1/bundle.json", json.dumps({"created": moment, "threshold": 0.25}))
        self.write(root, "models/r1/model.ubj", b"\xff\x00trees")
        self.write(root, "runs/r1/summary.txt", f"AUC 0.7500\nworkspace {root}\n")
        self.write(root, "runs/r1/study.md", f"| model | fit s |\n|---|---|\n| dummy | {len(side)}.0 |\n")
        self.write(root, "published/r1/clients/shard-00000.gz", gzip.compress(b'{"client":7}{"client":8}'))
        self.write(root, "published/r1/profiles.json", json.dumps(
            [{"feature": "X", "quantiles": {"0.5": 8.0}}]))
        self.table(root, clients, [float(client) for client in clients])
        return root

    @staticmethod
    def write(root, name, content):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())

    @staticmethod
    def table(root, clients, values):
        write_deltalake(str(root / "tables" / "features"), pa.table(
            {"SK_ID_CURR": clients, "X": values, "nested": [[{"a": client}] for client in clients]}),
            mode="overwrite")

    def compare(self, *options):
        with contextlib.redirect_stdout(io.StringIO()) as text:
            status = compare_workspaces.main([str(self.before), str(self.after), *options])
        return status, text.getvalue()

    def test_moments_folders_durations_and_order_of_rows_are_expected(self):
        self.assertEqual(self.compare()[0], 0, self.compare()[1])

    def test_one_byte_of_a_model_is_a_difference(self):
        self.write(self.after, "models/r1/model.ubj", b"\xff\x00trees"[:-1] + b"S")
        status, text = self.compare()
        self.assertEqual(status, 1)
        self.assertIn("DIFFERENT  models/r1/model.ubj\n    7 bytes before, 7 after; the first that differs is number 6",
                      text)

    def test_one_cell_of_a_table_is_a_difference(self):
        self.table(self.before, [7, 8, 9], [7.0, 8.0, 9.0])
        self.table(self.after, [7, 8, 9], [7.0, 8.5, 9.0])
        status, text = self.compare()
        self.assertEqual(status, 1)
        self.assertIn("X: 1 rows, first SK_ID_CURR 8: 8.0 before, 8.5 after", text)

    def test_a_repeated_row_is_a_difference(self):
        self.table(self.before, [7, 7, 8], [7.0, 7.0, 8.0])
        self.table(self.after, [7, 8, 8], [7.0, 8.0, 8.0])
        self.assertIn("1 rows only before, 1 only after", self.compare()[1])

    def test_a_value_within_json_is_named_by_its_path(self):
        self.write(self.after, "published/r1/clients/shard-00000.gz", gzip.compress(b'{"client":7}{"client":8.0}'))
        status, text = self.compare()
        self.assertEqual(status, 1)
        self.assertIn("$[1].client\n      before: 8\n      after:  8.0", text)

    def test_a_file_of_one_side_is_a_difference_and_can_be_accepted(self):
        self.write(self.after, "runs/r1/new.json", "{}")
        self.assertEqual(self.compare()[0], 1)
        accepted = Path(self.folder.name) / "accepted.tsv"
        accepted.write_text("runs/*/new.json\ta file that is new\n")
        status, text = self.compare("--accept", str(accepted))
        self.assertEqual(status, 0)
        self.assertIn("accepted  runs/r1/new.json  (a file that is new)", text)

    def test_a_quantile_may_be_any_value_at_its_share_and_no_other(self):
        for value, status in ((8.0, 0), (7.0, 0), (9.5, 1)):
            with self.subTest(value=value):
                self.write(self.after, "published/r1/profiles.json", json.dumps(
                    [{"feature": "X", "quantiles": {"0.5": value}}]))
                self.assertEqual(self.compare()[0], status)


if __name__ == "__main__":
    unittest.main()
