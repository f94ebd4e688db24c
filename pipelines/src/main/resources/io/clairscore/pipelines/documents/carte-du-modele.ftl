<#import "markdown.ftl" as md>
# Carte du modèle : score de crédit « ${run} »

Les rubriques sont celles de Mitchell et al. (« Model Cards for Model Reporting », 2019).
<@md.warnings warnings/>

## Description du modèle

| rubrique | contenu |
|---|---|
| responsable | ${owner} |
| licence | ${licence} |
| type | arbres de décision boostés (XGBoost ${xgboost}), ${trees} arbres, ${featureCount} variables |
| version | run « ${run} », entraîné le ${created}, code `${commit}` |
| variables lues | ${inputs} |
| choix des variables | ${compact} |
| sens du risque | ${monotone} |
| sortie | probabilité de défaut calibrée, points, sept niveaux de risque, décision proposée et raisons |
| données | table des variables, version ${featuresVersion} ; catalogue `${catalogue}` |
| détail | note méthodologique (`note-methodologique`), comparaison des seuils (`comparison.html`) |

## Usage prévu

**Usage.** Aider un conseiller de Prêt à dépenser à décider d’un crédit à la consommation et à expliquer la décision au client.

**Utilisateurs.** Les conseillers, qui décident ; les clients, qui reçoivent les raisons et peuvent demander qu’une personne réexamine leur dossier.

**Usages exclus.** Décision entièrement automatique, fixation d’un taux ou d’un montant, recrutement, assurance, recouvrement, population d’un autre pays ou d’un autre produit.

## Facteurs

**Facteurs pertinents.** Le sexe, l’âge, la situation de famille et le lieu de résidence : on en mesure les effets, aucun ne doit décider. L’absence d’historique de crédit change aussi ce que le modèle sait d’un client.

**Facteurs évalués.** Le sexe et l’âge, par tranche de dix ans (analyses quantitatives).

<@md.table grids.uses/>

Le tableau compte les colonnes des huit tables. Le détail par colonne se lit avec `clairscore dictionary`.

## Mesures

**Mesures.** Le coût par client, car une erreur ne vaut pas l’autre : un défaut accepté coûte ${falseNegativeCost}, un bon client refusé ${falsePositiveCost}. L’AUC dit si les clients sont bien classés, la calibration si les probabilités sont justes.

**Seuil de décision.** Un refus est proposé à partir d’une probabilité de défaut de ${thresholdProbability} (${thresholdPoints} points) : c’est le seuil de moindre coût sur les scores hors pli. À moins de ${reviewPoints} points du seuil, le dossier est signalé pour relecture.

**Incertitude.** Intervalles à 95 % par rééchantillonnage des clients de l’échantillon de contrôle.

## Données d’évaluation

${holdOutClients} clients, dont ${holdOutDefaults} en défaut (${holdOutRate}), tirés au hasard à taux de défaut égal, jamais utilisés pour un choix et regardés une fois.

## Données d’entraînement

${trainingClients} clients, dont ${trainingDefaults} en défaut, en ${folds} plis. Seuls des clients acceptés dans le passé ont une issue connue ; aucune inférence des refusés n’est faite. Les valeurs absentes ne sont pas remplacées. ${dataSentence}

## Analyses quantitatives

<@md.table grids.metrics/>

Tout accepter coûterait ${acceptAllCost} par client, tout refuser ${refuseAllCost}. Probabilité moyenne annoncée : ${meanProbability} ; taux observé : ${holdOutRate} ; écart moyen par dixième de clients : ${calibrationError}.

**Par groupe.** ${fairness.text}

<@md.tables fairness.tables/>

**Recours.** ${recourse}

<@md.table grids.levels/>

<@md.table grids.groups/>

## Considérations éthiques

- **Usage à haut risque.** Évaluer la solvabilité d’une personne est un usage à haut risque au sens du règlement (UE) 2024/1689 (annexe III, point 5 b) ; l’article 22 du RGPD encadre la décision automatisée, l’article 18 de la directive (UE) 2023/2225 l’évaluation de la solvabilité et le droit à une explication et à une intervention humaine.
- **Une personne décide.** Le modèle propose ; le conseiller peut s’en écarter et le client demander un réexamen.
- **Attributs protégés.** ${protectedSentence} Une variable admise peut rester liée à un attribut protégé : les écarts entre groupes se lisent ci-dessus.
- **Données personnelles.** Le modèle contient des moyennes et des quantiles, et quelques vecteurs de contrôle sans identifiant ; les preuves de l’entraînement (`runs/${run}/evidence/`) contiennent des identifiants de clients et se gardent comme les données.

## Réserves et recommandations

- Le modèle vaut pour des clients semblables à ceux de l’entraînement. ${driftSentence}
- Les contributions expliquent le modèle, non la cause d’un défaut.
- Le changement proposé à un client refusé n’est pas une promesse d’accord.
- Les données n’ont pas de date absolue : la performance dans le temps n’est pas mesurée ici. Refaire la mesure dès que des issues récentes existent.
- Avant la mise en service : nommer un responsable, faire valider le rapport des coûts et les limites de la dérive, relire les raisons avec des conseillers.
