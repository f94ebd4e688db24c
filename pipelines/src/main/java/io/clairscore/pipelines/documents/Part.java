package io.clairscore.pipelines.documents;

import io.clairscore.pipelines.evaluation.Confusion;
import io.clairscore.pipelines.evaluation.Place;

/** The clients a threshold is judged on. */
enum Part {
  TRAINING("training") {
    @Override
    Confusion of(Place place) {
      return place.training();
    }
  },
  HOLD_OUT("holdOut") {
    @Override
    Confusion of(Place place) {
      return place.holdOut();
    }
  };

  private final String id;

  Part(String id) {
    this.id = id;
  }

  /** Its name in texts and in the page. */
  String id() {
    return id;
  }

  abstract Confusion of(Place place);
}
