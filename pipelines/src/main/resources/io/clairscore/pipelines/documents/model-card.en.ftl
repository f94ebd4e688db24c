<#import "markdown.ftl" as md>
# Model card: credit score "${run}"

The sections are those of Mitchell et al. ("Model Cards for Model Reporting", 2019).
<@md.warnings warnings/>

## Model details

| item | content |
|---|---|
| owner | ${owner} |
| licence | ${licence} |
| type | gradient-boosted trees (XGBoost ${xgboost}), ${trees} trees, ${featureCount} features |
| version | run "${run}", trained on ${created}, code `${commit}` |
| features read | ${inputs} |
| choice of features | ${compact} |
| direction of the risk | ${monotone} |
| output | calibrated probability of default, points, seven levels of risk, proposed decision and reasons |
| data | table of features, version ${featuresVersion}; catalogue `${catalogue}` |
| details | methodology note in French (`note-methodologique`), comparison of thresholds (`comparison.en.html`) |

## Intended use

**Use.** Help an advisor of Prêt à dépenser decide on a consumer credit and explain the decision to the client.

**Users.** The advisors, who decide; the clients, who are given the reasons and may ask a person to look at their application again.

**Out of scope.** Fully automatic decisions, setting a rate or an amount, hiring, insurance, debt collection, the population of another country or product.

## Factors

**Relevant factors.** Sex, age, family situation and place of residence: their effects are measured, none of them may decide. A missing credit history also changes what the model knows of a client.

**Evaluation factors.** Sex, and age in bands of ten years (quantitative analyses).

<@md.table grids.uses/>

The table counts the columns of the eight tables. `clairscore dictionary` tells it for each column.

## Metrics

**Measures.** The cost per client, because one error is not worth the other: an accepted default costs ${falseNegativeCost}, a refused good client ${falsePositiveCost}. The AUC tells whether clients are ranked well, the calibration whether the probabilities are right.

**Decision threshold.** A refusal is proposed from a probability of default of ${thresholdProbability} (${thresholdPoints} points): the threshold of least cost on the out-of-fold scores. Within ${reviewPoints} points of it, the application is flagged for a second reading.

**Uncertainty.** 95% intervals by resampling the clients of the hold-out.

## Evaluation data

${holdOutClients} clients, ${holdOutDefaults} of them in default (${holdOutRate}), drawn at random at the same rate of default, never used for a choice and looked at once.

## Training data

${trainingClients} clients, ${trainingDefaults} of them in default, in ${folds} folds. Only clients accepted in the past have a known outcome; there is no reject inference. Missing values are not replaced. ${dataSentence}

## Quantitative analyses

<@md.table grids.metrics/>

Accepting everybody would cost ${acceptAllCost} per client, refusing everybody ${refuseAllCost}. Mean predicted probability: ${meanProbability}; observed rate: ${holdOutRate}; mean distance by tenth of the clients: ${calibrationError}.

**By group.** ${fairness.text}

<@md.tables fairness.tables/>

**Recourse.** ${recourse}

<@md.table grids.levels/>

<@md.table grids.groups/>

## Ethical considerations

- **High-risk use.** Assessing the creditworthiness of a person is a high-risk use under Regulation (EU) 2024/1689 (Annex III, point 5 b); Article 22 of the GDPR governs automated decisions, Article 18 of Directive (EU) 2023/2225 the assessment of creditworthiness and the right to an explanation and to human intervention.
- **A person decides.** The model proposes; the advisor may depart from it and the client may ask for a review.
- **Protected attributes.** ${protectedSentence} An admitted feature may still be related to a protected attribute: the differences between groups are above.
- **Personal data.** The model holds means and quantiles, and some vectors for its own check without identifiers; the evidence of the training (`runs/${run}/evidence/`) holds identifiers of clients and is to be kept like the data.

## Caveats and recommendations

- The model holds for clients like those it was trained on. ${driftSentence}
- Contributions explain the model, not the cause of a default.
- The change proposed to a refused client is no promise of acceptance.
- The data have no absolute date: performance over time is not measured here. Measure again as soon as recent outcomes exist.
- Before it is put into service: name an owner, have the ratio of the costs and the limits of drift approved, read the reasons with advisors.
