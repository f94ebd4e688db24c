<#import "markdown.ftl" as md>
# Model card: credit score "${run}"

| item | content |
|---|---|
| type | gradient-boosted trees (XGBoost ${xgboost}), ${trees} trees, ${featureCount} features |
| trained on | ${created} |
| version of the code | `${commit}` |
| data | table of features, version ${featuresVersion}; catalogue `${catalogue}` |
| output | calibrated probability of default, points, seven levels, proposed decision and reasons |
| details | `note-methodologique.md` (French); comparison of thresholds: `comparison.en.html` |
<@md.warnings warnings/>

## Intended use
Help an advisor of Prêt à dépenser decide on a consumer credit and explain the decision to the client. A person decides; the client may ask for the application to be looked at again.

Assessing the creditworthiness of a person is a high-risk use under Regulation (EU) 2024/1689 on artificial intelligence (Annex III, point 5 b); Article 22 of the GDPR governs automated decisions.

## Excluded uses
Fully automatic decisions, setting a rate or an amount, hiring, insurance, the population of another country or product, debt collection.

## Data
- Training: ${trainingClients} clients, ${trainingDefaults} of them in default, in ${folds} folds.
- Evaluation: ${holdOutClients} other clients, ${holdOutDefaults} of them in default, looked at once.
- Only clients accepted in the past have a known outcome; there is no reject inference.

## Decision
A refusal is proposed from a probability of default of ${thresholdProbability} (${thresholdPoints} points). The threshold makes the out-of-fold cost least, where an accepted default costs ${falseNegativeCost} and a refused good client ${falsePositiveCost}.

## Performance
<@md.table grids.metrics/>

95% bootstrap intervals. Accepting everybody would cost ${acceptAllCost} per client, refusing everybody ${refuseAllCost}.

## What the model looks at
<@md.table grids.groups/>

## Fairness and protected attributes
${protectedCount} features read gender, age or family situation; they carry ${protectedShare} of the total weight. They are never given to a client as a reason, but they do weigh on the score. ${fairness}

## Risks and limits
- The model holds for clients like those it was trained on. ${drift.text}
- Contributions explain the model, not the cause of a default.
- The change proposed to a refused client is no promise of acceptance.
- Near the threshold (less than ${reviewPoints} points), the application is flagged for a second reading.
