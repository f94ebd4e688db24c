<#import "markdown.ftl" as md>
# Note méthodologique : modèle de score « ${run} »

Prêt à dépenser. Modèle entraîné le ${created}, version du code `${commit}`. Chaque chiffre est lu dans les fichiers de l’entraînement (`models/${run}/`, `runs/${run}/evidence/`) ; aucun n’est saisi à la main. `clairscore documents --run ${run}` réécrit cette note.
<@md.warnings warnings/>

## 1. Méthodologie d’entraînement du modèle

**But.** Le modèle estime la probabilité qu’un client connaisse des difficultés de paiement sur le crédit demandé (TARGET = 1, « défaut » dans la suite) et propose d’accorder ou de refuser ce crédit. Un conseiller décide.

**Données.** ${clients} clients dont l’issue est connue, dont ${defaults} en défaut (${defaultRate}). La demande et les historiques de chaque client (crédits ailleurs et leurs soldes mensuels, demandes passées, crédits sur le lieu de vente, échéances, cartes) sont réunis en un dossier. Un même moteur calcule les variables du dossier pour l’entraînement, le score par lots et le score en ligne : il n’existe pas de seconde version qui pourrait s’en écarter. Une grandeur absente reste absente : les arbres apprennent de quel côté ranger un client dont elle manque. Une valeur de catégorie jamais vue compte comme absente.

**Variables admises.** ${inputs}

<@md.table grids.inputs/>

**Partage des clients.** Les clients sont rangés par une empreinte de leur identifiant, séparément pour chaque issue. ${holdOutShare} d’entre eux (${holdOutClients}, dont ${holdOutDefaults} en défaut) forment l’échantillon de contrôle, que l’entraînement ne regarde qu’une fois, à la fin. Les ${trainingClients} autres sont répartis en ${folds} plis de même taux de défaut.

**Validation croisée.** Chaque réglage essayé est ajusté ${folds} fois, chaque fois sans un pli. Pendant chaque ajustement, ${earlyStoppingShare} des lignes sont mises de côté et l’ajout d’arbres s’arrête après ${earlyStoppingRounds} tours sans progrès sur elles, au plus tard après ${rounds} tours. Le réglage retenu est celui dont le coût moyen sur les plis est le plus faible. ${candidatesSentence}

<@md.tables candidatePoints/>

**Choix des variables.** ${compact}

<@md.tables compactSizes/>

**Modèle servi.** Le réglage retenu est ajusté une dernière fois sur tous les clients des plis, avec le nombre médian d’arbres des plis : ${trees} arbres, de profondeur ${depth} au plus. ${monotone}

<@md.table grids.settings/>

**Jugement par pli.** Chaque pli est jugé par un modèle et un seuil qui ne l’ont pas vu :

<@md.table grids.folds/>

**Fuites d’information.** La variable qui sépare le mieux les défauts à elle seule est « ${strongestFeature} » (AUC ${strongestAuc}). Une variable qui, seule, dépasserait une AUC de ${maximumFeatureAuc}, ou un modèle qui dépasserait ${maximumAuc}, arrête l’entraînement : on y verrait une fuite plutôt qu’un succès.

**Refaire et vérifier.** Les mêmes variables (catalogue `${catalogue}`, table version ${featuresVersion}), les mêmes réglages et la même graine (${seed}) redonnent le même modèle (XGBoost ${xgboost}). `runs/${run}/evidence/predictions.csv` contient chaque client avec son issue, son pli, son score et la décision : tous les coûts et toutes les AUC de cette note s’en recalculent. `comparison.html` permet de déplacer le seuil.

## 2. Traitement du déséquilibre des classes

**Le problème.** Environ un client sur ${oneIn} est en défaut (${defaultRate}). L’exactitude ne mesure donc rien d’utile : accepter tout le monde serait exact pour ${acceptAllAccuracy} des clients de l’échantillon de contrôle et coûterait ${acceptAllCost} par client, contre ${servedCost} avec le modèle servi.

**Ce qui est fait.**

- **Tirage stratifié.** Les plis et l’échantillon de contrôle sont tirés séparément pour chaque issue ; le taux de défaut y est partout le même.
- **Apprentissage sur les clients tels qu’ils sont.** Ni pondération, ni sous-échantillonnage, ni clients synthétiques. Rééquilibrer les classes fausserait les probabilités, qu’il faudrait ensuite corriger.
- **Probabilités calibrées.** ${calibrationMethod} Sur l’échantillon de contrôle, ${meanProbability} de défauts sont annoncés en moyenne et ${holdOutRate} observés.
- **Seuil choisi pour le coût.** Le déséquilibre est traité dans la décision : on refuse à partir d’une probabilité de ${thresholdProbability}, et non de 0,5 (section 3).
- **Mesures adaptées.** Le coût par client et l’AUC, que la classe majoritaire ne peut flatter.

**Ce qui a été comparé.** ${imbalance.text}

<@md.tables imbalance.tables/>

## 3. Fonction coût métier, algorithme d’optimisation et métrique d’évaluation

**Fonction coût métier.** Accorder un crédit qui tourne au défaut (faux négatif) coûte ${falseNegativeCost} ; refuser un client qui aurait remboursé (faux positif) coûte ${falsePositiveCost}. Le coût d’une règle de décision est la moyenne par client :

> coût = (${falseNegativeCost} × faux négatifs + ${falsePositiveCost} × faux positifs) / clients

Seul le rapport des deux coûts compte (réglages `business`). Avec des probabilités exactes, il faudrait refuser à partir de ${falsePositiveCost} / (${falsePositiveCost} + ${falseNegativeCost}) = ${breakEven}.

**Algorithme d’optimisation.** Le coût change par sauts et n’a pas de gradient ; il ne peut guider l’ajustement des arbres. Trois niveaux se suivent donc :

- **les arbres** : XGBoost ajoute un arbre à la fois (taux d’apprentissage ${eta}) et minimise la perte logistique pénalisée, approchée au second ordre ; elle conduit à des probabilités ;
- **les réglages** : ${searchSentence} ;
- **le seuil** : chaque score hors pli est essayé, et le moins coûteux retenu ; à coût égal, le plus bas.

**Métrique d’évaluation.** Le coût par client, hors pli puis sur l’échantillon de contrôle, avec un intervalle à 95 % par rééchantillonnage des clients. L’AUC, qui ne dépend d’aucun seuil, dit si le classement des clients est bon ; la calibration, si les probabilités le sont.

**Le seuil servi** est une probabilité de ${thresholdProbability}, soit ${thresholdPoints} points. ${optimum} Une demande dont le score est à moins de ${reviewPoints} points du seuil est signalée au conseiller pour relecture.

![${figures["cost-curve"].description}](figures/cost-curve.svg "${figures["cost-curve"].title}")

<@md.table grids.rules/>

Colonnes « plis » : clients sur lesquels les seuils ont été choisis. Colonnes « contrôle » : clients qui n’ont servi à aucun choix.

## 4. Tableau de synthèse des résultats

${study.text}

<@md.table grids.models/>

<@md.tables study.tables/>

<#if keyMetrics?has_content>
<@md.tables keyMetrics/>
<#else>
**Le modèle servi sur l’échantillon de contrôle** : ${intervals}

</#if>
Intervalles à 95 % par rééchantillonnage des clients. Le coût hors pli juge chaque pli avec le seuil choisi sur les autres ; celui de la section 3 applique le seuil servi aux clients mêmes qui l’ont fait choisir, et il est donc plus flatteur.

![${figures["roc"].description}](figures/roc.svg "${figures["roc"].title}")
![${figures["calibration"].description}](figures/calibration.svg "${figures["calibration"].title}")

## 5. Interprétabilité globale et locale du modèle

**Globale.** Chaque score se décompose exactement en contributions de variables (valeurs de Shapley des arbres, TreeSHAP). Le poids global d’une variable est la moyenne de la valeur absolue de sa contribution sur ${explainedClients} clients d’entraînement, en points. Des variables voisines se partagent un même effet : le rang d’une variable isolée compte moins que celui de son groupe. Une contribution décrit le modèle ; elle n’établit pas de cause.

![${figures["importance-groups"].description}](figures/importance-groups.svg "${figures["importance-groups"].title}")
![${figures["importance-features"].description}](figures/importance-features.svg "${figures["importance-features"].title}")

<@md.tables zones/>

**Locale.** Le score vaut ${basePoints} points pour ${baseOdds} bons clients contre un en défaut, et ${pointsToDouble} points de plus doublent ce rapport. Pour chaque client, `clairscore explain` donne le score, le niveau de risque, la décision proposée et ses raisons : les contributions, regroupées par thème et arrondies de sorte que leur somme soit exactement le score affiché, comparées aux clients acceptés. ${protectedSentence} Un client refusé apprend le plus petit changement réaliste de sa demande qui serait accepté, ou, s’il n’y en a pas, les points qui manquent ; ce n’est pas une promesse d’accord. ${recourse}

<@md.table grids.levels/>

## 6. Limites et améliorations possibles

- **Seuls des clients acceptés ont une issue connue.** Le taux de défaut des demandes refusées dans le passé est inconnu et aucune inférence des refusés n’est tentée : les méthodes usuelles reposent sur des hypothèses que ces données ne permettent pas de vérifier. Le modèle peut se tromper sur des profils jamais acceptés.
- **Une seule époque.** Les données ne portent pas de date absolue : l’échantillon de contrôle est tiré au hasard, non dans le futur. La performance à venir peut être inférieure ; la dérive se surveille (section 7).
- **Équité.** Des écarts entre groupes subsistent par les variables liées à un attribut protégé, que le modèle le lise ou non. ${fairness.text}
- **Coûts.** Le rapport ${falseNegativeCost} pour ${falsePositiveCost} est une convention : il ignore le montant, la marge et le recouvrement. Un coût par dossier serait plus juste.
- **Seuil.** Il est choisi sur un nombre fini de défauts (${trainingDefaults}). Sur les plis, entre ${flatLow} et ${flatHigh} de refus, le coût reste à moins de ${flat} du minimum : des seuils voisins ne se distinguent guère.
- **Explications.** Entre variables très liées, le partage des points est en partie arbitraire.

<@md.tables fairness.tables/>

**Améliorations possibles.** Un coût par dossier (montant, marge, recouvrement) ; une validation dans le temps dès que des dates existent ; une acceptation contrôlée de quelques demandes refusées, pour en connaître l’issue ; des scores externes dont l’organisme explique le calcul ; une mesure de l’équité sur des groupes croisés (sexe et âge).

## 7. Analyse du data drift

<@md.section drift/>
