package io.clairscore.service.population.told;

import io.clairscore.service.population.Facet;
import java.util.List;
import java.util.stream.IntStream;

/** By what clients are looked for. */
public record ToldFacets(List<ToldFacet> facets) {

  /** A column, and how many clients each choice would leave. */
  public record ToldFacet(ToldColumn column, List<Choice> choices) {
    public ToldFacet {
      choices = List.copyOf(choices);
    }
  }

  /** A choice. */
  public record Choice(ToldPlace place, long clients) {}

  public ToldFacets {
    facets = List.copyOf(facets);
  }

  public static ToldFacets of(List<Facet> facets) {
    return new ToldFacets(facets.stream().map(ToldFacets::of).toList());
  }

  private static ToldFacet of(Facet facet) {
    return new ToldFacet(
        ToldColumn.named(facet.dimension().column()),
        IntStream.range(0, facet.dimension().places())
            .filter(place -> place < facet.dimension().size() || facet.clients().get(place) > 0)
            .mapToObj(
                place ->
                    new Choice(ToldPlace.of(facet.dimension(), place), facet.clients().get(place)))
            .toList());
  }
}
