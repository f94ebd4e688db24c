<#import "markdown.ftl" as md>
# Note méthodologique : modèle de score « ${run} »

Prêt à dépenser. Tous les chiffres de cette note sont lus dans les fichiers de l’entraînement « ${run} » : le modèle (`models/${run}/`) et ses preuves (`runs/${run}/evidence/`). Aucun n’est saisi à la main ; `clairscore documents --run ${run}` la réécrit.

## 1. Objet et données

Le modèle estime la probabilité qu’un client connaisse des difficultés de paiement sur le crédit demandé (TARGET = 1, « défaut » dans la suite) et propose d’accorder ou de refuser ce crédit. La décision reste celle d’un conseiller.

| élément | valeur |
|---|---|
| modèle entraîné le | ${created} |
| clients dont l’issue est connue | ${clients}, dont ${defaults} en défaut (${defaultRate}) |
| variables calculées par dossier | ${featureCount} |
| version de la table des variables | ${featuresVersion} |
| empreinte du catalogue des variables | `${catalogue}` |
| version du code | `${commit}` |
| XGBoost | ${xgboost} |
| graine aléatoire | ${seed} |
<@md.warnings warnings/>

## 2. Méthode d’entraînement

**Partage des clients.** Les clients sont rangés par une empreinte de leur identifiant, séparément pour chaque issue. Une part de ${holdOutShare} (${holdOutClients} clients, dont ${holdOutDefaults} en défaut) forme l’échantillon de contrôle, que l’entraînement ne regarde qu’une fois, à la fin. Les ${trainingClients} autres sont répartis en ${folds} plis de même taux de défaut.

**Validation croisée.** Chaque point de la grille est ajusté ${folds} fois, chaque fois sans un pli ; le point retenu est celui dont le coût moyen sur les plis est le plus faible. Pendant chaque ajustement, ${earlyStoppingShare} des lignes sont mises de côté et l’ajout d’arbres s’arrête après ${earlyStoppingRounds} tours sans progrès sur elles, au plus tard après ${rounds} tours.

<@md.table grids.candidates/>

**Modèle servi.** Le point retenu est ajusté une dernière fois sur tous les clients des plis, avec le nombre médian d’arbres des plis : ${trees} arbres de profondeur ${depth} au plus.

| hyper-paramètre | valeur |
|---|---|
| taux d’apprentissage (`eta`) | ${eta} |
| profondeur maximale (`max_depth`) | ${depth} |
| poids minimal d’une feuille (`min_child_weight`) | ${minChildWeight} |
| part des lignes par arbre (`subsample`) | ${subsample} |
| part des variables par arbre (`colsample_bytree`) | ${colsample} |
| pénalités (`lambda`, `alpha`) | ${lambda} ; ${alpha} |
| classes de l’histogramme (`max_bin`) | ${maxBin} |

Chaque pli est jugé par un modèle et un seuil qui ne l’ont pas vu :

<@md.table grids.folds/>

## 3. Déséquilibre des classes

Un client sur ${oneIn} seulement est en défaut (${defaultRate}). Le modèle servi apprend sur les clients tels qu’ils sont : ni pondération, ni sous-échantillonnage, ni clients synthétiques. Le déséquilibre est traité à sa place, dans la décision : les probabilités sont calibrées et le seuil de refus tient compte du coût de chaque erreur. Rééquilibrer les classes fausserait les probabilités, qu’il faudrait ensuite corriger.

<@md.section imbalance/>

## 4. Fonction de coût et optimisation du seuil

Accorder un crédit qui tourne au défaut (faux négatif) coûte ${falseNegativeCost} ; refuser un client qui aurait remboursé (faux positif) coûte ${falsePositiveCost}. Le coût d’une règle de décision est la moyenne par client :

> coût = (${falseNegativeCost} × faux négatifs + ${falsePositiveCost} × faux positifs) / clients

Ces deux coûts sont des réglages (`business`). Seul leur rapport compte : avec des probabilités exactes, il faudrait refuser à partir de ${falsePositiveCost} / (${falsePositiveCost} + ${falseNegativeCost}) = ${breakEven}.

Le seuil servi est celui dont le coût est le plus faible sur les scores hors pli : une probabilité de défaut de ${thresholdProbability}, soit ${thresholdPoints} points. ${optimum}

![${figures["cost-curve"].description}](figures/cost-curve.svg)

<@md.table grids.rules/>

Les colonnes « plis » montrent les clients sur lesquels les seuils ont été choisis ; les colonnes « contrôle », des clients qui n’ont servi à aucun choix. Une demande dont le score est à moins de ${reviewPoints} points du seuil est signalée au conseiller pour relecture.

## 5. Résultats

<@md.table grids.metrics/>

Les intervalles contiennent 95 % des rééchantillonnages des clients (bootstrap par centiles). Les repères sont les deux règles sans modèle : tout accepter coûte ${acceptAllCost} par client, tout refuser ${refuseAllCost}. Un écart plus petit que ces intervalles ne permet pas de conclure. Le coût hors pli de ce tableau juge chaque pli avec le seuil choisi sur les autres plis ; celui de la section 4 applique le seuil servi aux clients mêmes qui l’ont fait choisir, et il est donc plus flatteur.

![${figures["roc"].description}](figures/roc.svg)

**Calibration.** ${calibrationMethod} Sur l’échantillon de contrôle, la probabilité moyenne est de ${meanProbability} pour un taux de défaut observé de ${holdOutRate} ; l’écart moyen par dixième de clients est de ${calibrationError}.

![${figures["calibration"].description}](figures/calibration.svg)

**Score.** Le score vaut ${basePoints} points pour ${baseOdds} bons clients contre un en défaut, et ${pointsToDouble} points de plus doublent ce rapport. Sept niveaux de risque l’accompagnent, un par doublement ; les trois plus risqués sont refusés.

![${figures["score-distribution"].description}](figures/score-distribution.svg)

<@md.table grids.levels/>

Les niveaux sont comptés sur les scores hors pli, c’est-à-dire par des modèles qui n’ont pas vu le client.

## 6. Interprétabilité globale

Chaque score se décompose exactement en contributions de variables (valeurs de Shapley des arbres, TreeSHAP). Le poids global d’une variable est la moyenne de la valeur absolue de sa contribution, ici sur ${explainedClients} clients d’entraînement, en points.

![${figures["importance-groups"].description}](figures/importance-groups.svg)

![${figures["importance-features"].description}](figures/importance-features.svg)

<@md.table grids.features/>

${protectedCount} des ${featureCount} variables lisent un attribut protégé (sexe, âge, situation ou taille de la famille) et portent ${protectedShare} de ce poids total. Les variables voisines se partagent un même effet : le rang d’une variable isolée compte moins que celui de son groupe. Une contribution décrit le modèle ; elle n’établit pas de cause.

Prises une à une, les variables qui séparent le mieux les défauts sont :

<@md.table grids.strongest/>

Une variable qui, seule, dépasserait une AUC de ${maximumFeatureAuc}, ou un modèle qui dépasserait ${maximumAuc}, arrête l’entraînement : on y verrait une fuite d’information plutôt qu’un succès.

## 7. Interprétabilité locale

Pour chaque client, `clairscore explain` donne le score, le niveau, la décision proposée et ses raisons : les contributions, regroupées par sujet et arrondies de sorte que leur somme soit exactement le score affiché, comparées aux clients acceptés. Les attributs protégés ne sont jamais donnés pour raison : le modèle les lit, leurs points restent dans les sommes et sont signalés par une ligne.

Un client refusé apprend aussi le plus petit changement réaliste de sa demande (une ou deux grandeurs) qui serait accepté. Ce changement est ce que le modèle répondrait à une autre demande ; il ne promet pas que le client deviendrait moins risqué, et les conditions du prêteur s’y ajoutent. Un changement de trois grandeurs peut être plus petit.

## 8. Étude comparative

<@md.section study/>

## 9. Limites et améliorations

- **Seuls des clients acceptés ont une issue connue.** Le taux de défaut des demandes refusées dans le passé est inconnu et aucune inférence des refusés n’est tentée : les méthodes usuelles reposent sur des hypothèses que ces données ne permettent pas de vérifier. Le modèle peut se tromper sur des profils jamais acceptés.
- **Une seule époque.** Les données ne portent pas de date absolue : l’échantillon de contrôle est tiré au hasard, non dans le futur. La performance à venir peut être inférieure ; la dérive se surveille (section 10).
- **Équité.** Le modèle lit des attributs protégés. Ne pas les donner pour raison n’empêche pas qu’ils pèsent, directement ou par des variables qui leur sont liées. ${fairness}
- **Coûts.** Le rapport ${falseNegativeCost} pour ${falsePositiveCost} est une convention : il ignore le montant, la marge et le recouvrement. Un coût par dossier serait plus juste.
- **Explications.** Les contributions comparent au client moyen de l’entraînement ; entre variables très liées, le partage est en partie arbitraire.
- **Seuil.** Il est choisi sur un nombre fini de défauts (${trainingDefaults}). Sur les plis, entre ${flatLow} et ${flatHigh} de refus, le coût reste à moins de ${flat} du minimum : des seuils voisins ne se distinguent guère.
- **Améliorations possibles.** Entraînement pondéré par le montant, contraintes de monotonie, validation dans le temps dès que des dates existent, passage à un profil sans attributs protégés si son surcoût est accepté, expérience d’acceptation contrôlée pour connaître l’issue de quelques refus.

## 10. Dérive des données

<@md.section drift/>

## 11. Refaire et vérifier

- `clairscore train --run-id NOM` : le même jeu de variables, les mêmes réglages et la même graine donnent le même modèle.
- `runs/${run}/evidence/predictions.csv` : chaque client avec son issue, son pli, son score et la décision ; tous les coûts et toutes les AUC de cette note s’en recalculent.
- `comparison.html`, à côté de cette note : déplacer le seuil et lire la matrice de confusion et le coût.
