package io.clairscore.pipelines.features;

import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.dossier.Dossier;
import io.clairscore.features.engine.FeatureEngine;
import io.clairscore.features.schema.Application;
import io.clairscore.pipelines.dossiers.DossierDecoder;
import io.clairscore.pipelines.dossiers.DossierRows;
import java.util.Iterator;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.codegen.UnsafeRowWriter;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The engine as a map over rows of the dossier table, on Spark's own rows at both ends. */
final class FeatureRows implements FlatMapFunction<Iterator<InternalRow>, InternalRow> {

  /** Columns of the feature table: the client, the outcome if known, one float per feature. */
  static StructType schema(Catalogue catalogue) {
    StructType schema =
        new StructType()
            .add(Application.SK_ID_CURR.name(), DataTypes.IntegerType)
            .add(Application.TARGET.name(), DataTypes.IntegerType);
    for (String name : catalogue.names()) {
      schema = schema.add(name, DataTypes.FloatType);
    }
    return schema;
  }

  /** Features of these dossiers, in the same partitions and order. */
  static Dataset<Row> of(SparkSession spark, Dataset<Row> dossiers) {
    return spark.internalCreateDataFrame(
        DossierRows.scanned(dossiers).mapPartitions(new FeatureRows()).rdd(),
        schema(Catalogue.core()),
        false);
  }

  @Override
  public Iterator<InternalRow> call(Iterator<InternalRow> dossiers) {
    FeatureEngine engine = new FeatureEngine(Catalogue.core());
    DossierDecoder decoder = new DossierDecoder();
    float[] vector = new float[engine.catalogue().size()];
    UnsafeRowWriter writer = new UnsafeRowWriter(vector.length + 2);
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return dossiers.hasNext();
      }

      @Override
      public InternalRow next() {
        Dossier dossier = decoder.dossier(dossiers.next());
        engine.compute(dossier, vector);
        return write(writer, dossier, vector);
      }
    };
  }

  private static InternalRow write(UnsafeRowWriter writer, Dossier dossier, float[] vector) {
    writer.reset();
    writer.zeroOutNullBytes();
    writer.write(0, dossier.clientId());
    double target = dossier.application().number(Application.TARGET, 0);
    if (Double.isNaN(target)) {
      writer.setNullAt(1);
    } else {
      writer.write(1, (int) target);
    }
    for (int i = 0; i < vector.length; i++) {
      if (Float.isNaN(vector[i])) {
        writer.setNullAt(i + 2);
      } else {
        writer.write(i + 2, vector[i]);
      }
    }
    return writer.getRow();
  }
}
