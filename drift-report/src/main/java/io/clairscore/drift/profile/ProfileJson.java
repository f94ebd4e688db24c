package io.clairscore.drift.profile;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.DeserializationFeature;
import io.clairscore.drift.json.Documents;
import io.clairscore.drift.statistics.ValueCounts;
import io.clairscore.features.refusal.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.IntStream;

/** Profiles of populations as JSON: {@code format}, {@code rows}, and {@code columns}. */
public final class ProfileJson {
  private static final int FORMAT = 1;
  private static final Documents<Document> JSON =
      new Documents<>(
          Document.class,
          FORMAT,
          "profile",
          "Profile the population again with this version of Clairscore.",
          Documents.mapper(0)
              .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
              .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
              .build());

  private ProfileJson() {}

  /** The document of a profile. */
  public static String write(PopulationProfile population) {
    List<Column> columns =
        population.columns().entrySet().stream()
            .map(column -> Column.of(column.getKey(), column.getValue()))
            .toList();
    return JSON.write(new Document(FORMAT, population.rows(), columns));
  }

  /**
   * The profile of a document.
   *
   * @throws Refusal with DATA if the document is no profile of this format
   */
  public static PopulationProfile read(String json) {
    return JSON.read(json, Document::profile);
  }

  record Document(int format, long rows, List<Column> columns) {
    PopulationProfile profile() {
      Map<String, ColumnProfile> profiles = new LinkedHashMap<>();
      columns.forEach(column -> profiles.put(column.name(), column.profile()));
      return new PopulationProfile(rows, profiles);
    }
  }

  /** A column by the type of its values. */
  @JsonTypeInfo(
      use = JsonTypeInfo.Id.NAME,
      include = JsonTypeInfo.As.EXISTING_PROPERTY,
      property = "type",
      visible = true)
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Numbers.class, name = "REAL"),
    @JsonSubTypes.Type(value = Numbers.class, name = "INTEGER"),
    @JsonSubTypes.Type(value = Categories.class, name = "CATEGORY")
  })
  sealed interface Column {
    String name();

    ColumnProfile profile();

    static Column of(String name, ColumnProfile profile) {
      return profile instanceof NumberProfile numbers
          ? Numbers.of(name, numbers)
          : Categories.of(name, (CategoryProfile) profile);
    }
  }

  record Numbers(
      String name,
      ColumnType type,
      long missing,
      int limit,
      long infinite,
      double[] values,
      long[] counts,
      double[] sentinels,
      long[] sentinelCounts,
      int droppedBits)
      implements Column {
    static Numbers of(String name, NumberProfile of) {
      return new Numbers(
          name,
          of.integers() ? ColumnType.INTEGER : ColumnType.REAL,
          of.missing(),
          of.mostValues(),
          of.infinite(),
          each(of.values()),
          rows(of.values()),
          each(of.sentinels()),
          rows(of.sentinels()),
          of.droppedBits());
    }

    @Override
    public ColumnProfile profile() {
      return new NumberProfile(
          type == ColumnType.INTEGER,
          missing,
          infinite,
          ValueCounts.of(sentinels, sentinelCounts),
          ValueCounts.of(values, counts),
          droppedBits,
          limit);
    }

    private static double[] each(ValueCounts of) {
      return IntStream.range(0, of.distinct()).mapToDouble(of::value).toArray();
    }

    private static long[] rows(ValueCounts of) {
      return IntStream.range(0, of.distinct()).mapToLong(of::count).toArray();
    }
  }

  record Categories(
      String name,
      ColumnType type,
      long missing,
      int limit,
      long present,
      SortedMap<String, Long> categories,
      boolean tooMany)
      implements Column {
    static Categories of(String name, CategoryProfile of) {
      return new Categories(
          name,
          ColumnType.CATEGORY,
          of.missing(),
          of.mostCategories(),
          of.present(),
          of.counts(),
          of.tooMany());
    }

    @Override
    public ColumnProfile profile() {
      return new CategoryProfile(missing, present, categories, tooMany, limit);
    }
  }
}
