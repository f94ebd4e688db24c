package io.clairscore.pipelines.export;

import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.dossier.Dossier;
import io.clairscore.pipelines.dossiers.DossierDecoder;
import io.clairscore.pipelines.scoring.ModelFolder;
import io.clairscore.scorer.explanation.ReasonLimits;
import io.clairscore.scorer.published.ClientPublisher;
import io.clairscore.scorer.published.PublishedClient;
import java.util.Iterator;
import org.apache.spark.api.java.function.PairFlatMapFunction;
import org.apache.spark.sql.catalyst.InternalRow;
import scala.Tuple2;

/**
 * A map over rows of the dossier table, to all that is published of each client, by client.
 *
 * @param model the bundle
 * @param limits how much is told
 */
record PublishFunction(ModelFolder model, ReasonLimits limits)
    implements PairFlatMapFunction<Iterator<InternalRow>, Integer, PublishedClient> {

  @Override
  public Iterator<Tuple2<Integer, PublishedClient>> call(Iterator<InternalRow> dossiers) {
    ClientPublisher publisher = new ClientPublisher(model.load(), Catalogue.core(), limits);
    DossierDecoder decoder = new DossierDecoder();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return dossiers.hasNext();
      }

      @Override
      public Tuple2<Integer, PublishedClient> next() {
        Dossier dossier = decoder.dossier(dossiers.next());
        return new Tuple2<>(dossier.clientId(), publisher.publish(dossier));
      }
    };
  }
}
