package io.clairscore.pipelines.drift.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clairscore.drift.profile.ColumnSpec;
import io.clairscore.drift.profile.PopulationAccumulator;
import io.clairscore.drift.profile.PopulationProfile;
import io.clairscore.drift.profile.ProfileLimits;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.pipelines.SparkTest;
import io.clairscore.pipelines.drift.DriftWorkspace;
import io.clairscore.pipelines.drift.population.Cohort;
import io.clairscore.pipelines.drift.population.Layer;
import io.clairscore.pipelines.drift.population.PopulationSource;
import io.clairscore.pipelines.drift.population.Populations;
import io.clairscore.pipelines.spark.Job;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PopulationScanTest extends SparkTest {
  @TempDir static Path folder;
  private static DriftWorkspace workspace;

  @BeforeEach
  void fillOnce() {
    if (workspace == null) {
      workspace = DriftWorkspace.of(session(), folder, 0);
    }
  }

  @Test
  void profilesOnSparkAreThoseOfALoopOverAllRows() {
    for (Cohort population :
        List.of(
            cohort(new PopulationSource.Labelled()), cohort(new PopulationSource.Unlabelled()))) {
      for (Layer layer : population.layers()) {
        Layer scattered = new Layer(layer.kind(), layer.rows().repartition(7), layer.columns());
        PopulationProfile slow = slowly(layer);
        assertThat(PopulationScan.scan(layer, Optional.empty()).profile()).isEqualTo(slow);
        assertThat(PopulationScan.scan(scattered, Optional.empty()).profile()).isEqualTo(slow);
      }
    }
  }

  private static Cohort cohort(PopulationSource source) {
    Job job = workspace.job();
    return source.read(Populations.of(job, source));
  }

  private static PopulationProfile slowly(Layer layer) {
    ProfileLimits limits =
        layer.kind().equals(Layer.FEATURES) ? ProfileLimits.WIDE : ProfileLimits.STANDARD;
    PopulationAccumulator slow = new PopulationAccumulator(layer.columns(), limits);
    for (Row row : layer.rows().collectAsList()) {
      for (int i = 0; i < layer.columns().size(); i++) {
        ColumnSpec column = layer.columns().get(i);
        Object cell = row.getAs(column.name());
        if (column.type().isNumber()) {
          slow.number(i, cell == null ? Double.NaN : ((Number) cell).doubleValue());
        } else {
          slow.category(i, (String) cell);
        }
      }
      slow.endRow();
    }
    return slow.profile();
  }

  @Test
  void aSourceColumnStandsForTheFeatureOfItsName() {
    Cohort labelled = cohort(new PopulationSource.Labelled());
    PopulationProfile profile =
        PopulationScan.of(labelled, labelled.kinds(), Optional.empty()).profile();
    assertThat(profile.rows()).isEqualTo(DriftWorkspace.LABELLED);
    assertThat(profile.columns().keySet())
        .contains("EXT_SOURCE_1", "CODE_GENDER", "BURO_DAYS_CREDIT_MEAN")
        .doesNotContain("SK_ID_CURR", "TARGET");
    Layer application = labelled.layers().get(0);
    assertThat(profile.columns().get("EXT_SOURCE_1"))
        .isEqualTo(
            PopulationScan.scan(application, Optional.empty())
                .profile()
                .columns()
                .get("EXT_SOURCE_1"));
  }

  @Test
  void tablesOfOtherClientsAreRefused() {
    Cohort labelled = cohort(new PopulationSource.Labelled());
    Layer features = labelled.layers().get(1);
    Layer fewer = new Layer(features.kind(), features.rows().limit(10), features.columns());
    Cohort stale = new Cohort(labelled.source(), List.of(labelled.layers().get(0), fewer));
    assertThatThrownBy(() -> PopulationScan.of(stale, stale.kinds(), Optional.empty()))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("1500 applications and 10 rows of features");
  }
}
