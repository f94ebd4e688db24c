<#import "markdown.ftl" as md>
# Carte du modèle : score de crédit « ${run} »

| rubrique | contenu |
|---|---|
| type | arbres de décision boostés (XGBoost ${xgboost}), ${trees} arbres, ${featureCount} variables |
| entraîné le | ${created} |
| version du code | `${commit}` |
| données | table des variables, version ${featuresVersion} ; catalogue `${catalogue}` |
| sortie | probabilité de défaut calibrée, points, sept niveaux, décision proposée et raisons |
| détail | `note-methodologique.md` ; comparaison des seuils : `comparison.html` |
<@md.warnings warnings/>

## Usage prévu
Aider un conseiller de Prêt à dépenser à décider d’un crédit à la consommation et à expliquer la décision au client. Une personne décide ; le client peut demander le réexamen de son dossier.

Évaluer la solvabilité d’une personne est un usage à haut risque au sens du règlement (UE) 2024/1689 sur l’intelligence artificielle (annexe III, point 5 b) ; l’article 22 du RGPD encadre les décisions automatisées.

## Usages exclus
Décision entièrement automatique, fixation d’un taux ou d’un montant, recrutement, assurance, population d’un autre pays ou d’un autre produit, recouvrement.

## Données
- Entraînement : ${trainingClients} clients, dont ${trainingDefaults} en défaut, en ${folds} plis.
- Évaluation : ${holdOutClients} autres clients, dont ${holdOutDefaults} en défaut, regardés une fois.
- Seuls des clients acceptés dans le passé ont une issue connue ; aucune inférence des refusés n’est faite.

## Décision
Refus proposé à partir d’une probabilité de défaut de ${thresholdProbability} (${thresholdPoints} points). Le seuil rend minimal le coût hors pli, où un défaut accepté coûte ${falseNegativeCost} et un bon client refusé ${falsePositiveCost}.

## Performance
<@md.table grids.metrics/>

Intervalles à 95 % par bootstrap. Tout accepter coûterait ${acceptAllCost} par client, tout refuser ${refuseAllCost}.

## Ce que le modèle regarde
<@md.table grids.groups/>

## Équité et attributs protégés
${protectedCount} variables lisent le sexe, l’âge ou la situation de famille ; elles portent ${protectedShare} du poids total. Elles ne sont jamais données pour raison à un client, mais elles pèsent sur le score. ${fairness}

## Risques et limites
- Le modèle vaut pour des clients semblables à ceux de l’entraînement. ${drift.text}
- Les contributions expliquent le modèle, non la cause d’un défaut.
- Le changement proposé à un client refusé n’est pas une promesse d’accord.
- Près du seuil (moins de ${reviewPoints} points), le dossier est signalé pour relecture.
