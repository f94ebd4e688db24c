package io.clairscore.features.catalogue;

import io.clairscore.features.files.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An ordered set of features: the order is that of the model's vector. Immutable. */
public final class Catalogue {
  private static final Catalogue CORE =
      new Catalogue(
          Family.join(
              ApplicationFamilies.all(),
              BureauFamilies.all(),
              PreviousApplicationFamilies.all(),
              RepaymentFamilies.all(),
              CardFamilies.all()));

  private final List<Family> families;
  private final List<Feature> features;
  private final Map<String, Feature> byName = new LinkedHashMap<>();
  private final String hash;

  /**
   * The features of these families, in their order.
   *
   * @throws IllegalArgumentException if two features have one name
   */
  public Catalogue(List<Family> families) {
    this.families = List.copyOf(families);
    List<Feature> declared = new ArrayList<>();
    for (Family family : families) {
      declared.addAll(family.features(declared.size()));
    }
    for (Feature feature : declared) {
      Feature other = byName.put(feature.name(), feature);
      if (other != null) {
        throw new IllegalArgumentException(
            "Feature "
                + feature.name()
                + " is declared by "
                + other.family()
                + " and by "
                + feature.family());
      }
    }
    this.features = List.copyOf(declared);
    this.hash = hash(this.features);
  }

  /** The features of every model: the 741 core features. */
  public static Catalogue core() {
    return CORE;
  }

  public List<Family> families() {
    return families;
  }

  /** Every feature, in the order of the vector. */
  public List<Feature> features() {
    return features;
  }

  /**
   * Some of the features, in the order they have here.
   *
   * @throws IllegalArgumentException if a name is unknown
   */
  public Catalogue only(Collection<String> names) {
    Set<String> kept = new HashSet<>(names);
    List<Family> some = new ArrayList<>();
    int next = 0;
    for (Family family : families) {
      List<Family.Member> members = new ArrayList<>();
      for (Family.Member member : family.members()) {
        if (kept.remove(features.get(next++).name())) {
          members.add(member);
        }
      }
      some.add(new Family(family.id(), family.prefix(), family.table(), family.filter(), members));
    }
    if (!kept.isEmpty()) {
      throw new IllegalArgumentException("No feature is called " + kept.iterator().next());
    }
    return new Catalogue(some);
  }

  /** Length of the vector. */
  public int size() {
    return features.size();
  }

  /** Names, in the order of the vector. */
  public List<String> names() {
    return List.copyOf(byName.keySet());
  }

  public Optional<Feature> feature(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /**
   * SHA-256 of the names and formulas in their order, in hexadecimal: two catalogues with one hash
   * compute the same vector.
   */
  public String hash() {
    return hash;
  }

  private static String hash(List<Feature> features) {
    Sha256 sum = new Sha256();
    for (Feature feature : features) {
      String line = feature.name() + " = " + feature.formula() + "\n";
      sum.add(line.getBytes(StandardCharsets.UTF_8));
    }
    return sum.hex();
  }
}
