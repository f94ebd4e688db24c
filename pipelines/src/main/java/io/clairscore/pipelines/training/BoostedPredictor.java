package io.clairscore.pipelines.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clairscore.scorer.TreeEnsemble;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.Reference;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoostError;
import ml.dmlc.xgboost4j.scala.spark.XGBoostClassificationModel;

/** XGBoost's trees, which can be kept and explained. */
public final class BoostedPredictor implements Predictor {
  private static final long serialVersionUID = 1L;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final TreeEnsemble trees;
  private final transient byte[] json;

  private BoostedPredictor(byte[] json) {
    this.trees = TreeEnsemble.read(json);
    this.json = json;
  }

  /**
   * The trees up to the best round. A booster keeps the rounds after its best one, and XGBoost's
   * own Spark model predicts with all of them.
   */
  static BoostedPredictor stoppedEarly(XGBoostClassificationModel model) {
    Booster booster = model.nativeBooster().booster();
    try {
      String best = booster.getAttr("best_iteration");
      int rounds =
          best == null ? booster.getNumBoostedRound() : Math.addExact(Integer.parseInt(best), 1);
      return new BoostedPredictor(firstTrees(booster.toByteArray("json"), rounds));
    } catch (XGBoostError e) {
      throw new IllegalStateException("XGBoost cannot write its model", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      // The model frees its booster when it is collected, even while the booster is read.
      Reference.reachabilityFence(model);
    }
  }

  /** The document without the trees after the first ones; one tree is one round here. */
  private static byte[] firstTrees(byte[] document, int rounds) throws IOException {
    JsonNode model = JSON.readTree(document);
    ObjectNode trees = (ObjectNode) model.at("/learner/gradient_booster/model");
    shorten(trees, "trees", rounds);
    shorten(trees, "tree_info", rounds);
    shorten(trees, "iteration_indptr", rounds + 1);
    trees.withObject("/gbtree_model_param").put("num_trees", String.valueOf(rounds));
    return JSON.writeValueAsBytes(model);
  }

  private static void shorten(ObjectNode trees, String field, int size) {
    if (trees.get(field) instanceof ArrayNode array) {
      while (array.size() > size) {
        array.remove(array.size() - 1);
      }
    }
  }

  /** The model as XGBoost's JSON document; not there where Spark has sent the trees. */
  public byte[] json() {
    return json;
  }

  /** Number of trees, the best round included. */
  public int rounds() {
    return trees.treeCount();
  }

  @Override
  public double margin(float[] features) {
    return trees.margin(features);
  }
}
