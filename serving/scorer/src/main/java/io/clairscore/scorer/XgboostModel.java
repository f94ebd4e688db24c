package io.clairscore.scorer;

import java.util.List;

/**
 * The part of XGBoost's JSON model that the scorer reads, in the shape of the document: Jackson
 * fills it (names in snake case), {@link ModelReader} judges it. Absent fields are null.
 */
record XgboostModel(int[] version, Learner learner) {

  record Learner(
      Booster gradientBooster,
      Parameters learnerModelParam,
      Objective objective,
      List<String> featureNames) {}

  record Booster(String name, Trees model) {}

  record Parameters(String baseScore, Integer numFeature, Integer numClass, Integer numTarget) {}

  record Objective(String name) {}

  record Trees(ForestParameters gbtreeModelParam, List<Tree> trees, int[] treeInfo) {}

  record ForestParameters(Integer numTrees) {}

  record TreeParameters(
      Integer numNodes, Integer numDeleted, Integer numFeature, Integer sizeLeafVector) {}

  /** One tree, node by node; a leaf has children -1 and its value as split condition. */
  record Tree(
      TreeParameters treeParam,
      int[] leftChildren,
      int[] rightChildren,
      int[] splitIndices,
      float[] splitConditions,
      int[] splitType,
      int[] defaultLeft,
      float[] sumHessian,
      int[] categories) {}
}
