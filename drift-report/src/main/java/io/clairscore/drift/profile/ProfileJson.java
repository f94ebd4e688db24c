package io.clairscore.drift.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clairscore.drift.statistics.ValueCounts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Profiles of populations as JSON: {@code format}, {@code rows}, and {@code columns}, each with its
 * {@code name}, {@code type}, {@code missing} rows and {@code limit}; of numbers {@code infinite},
 * {@code values} with their {@code counts}, {@code sentinels} with theirs, {@code droppedBits}; of
 * categories {@code present} rows, {@code categories} with their rows, {@code tooMany}.
 */
public final class ProfileJson {
  private static final int FORMAT = 1;
  private static final ObjectMapper JSON =
      new ObjectMapper().setSerializationInclusion(JsonInclude.Include.NON_NULL);

  private ProfileJson() {}

  /** The document of a profile. */
  public static String write(PopulationProfile population) {
    List<ColumnDocument> columns =
        population.columns().entrySet().stream()
            .map(column -> document(column.getKey(), column.getValue()))
            .toList();
    try {
      return JSON.writeValueAsString(new Document(FORMAT, population.rows(), columns));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A profile cannot be written as JSON", e);
    }
  }

  /**
   * The profile of a document.
   *
   * @throws IllegalArgumentException if the document is no profile of this format
   */
  public static PopulationProfile read(String json) {
    try {
      Document document = JSON.readValue(json, Document.class);
      if (document.format != FORMAT) {
        throw ProfileErrors.unreadable("it has format " + document.format + ", not " + FORMAT);
      }
      Map<String, ColumnProfile> columns = new LinkedHashMap<>();
      document.columns.forEach(column -> columns.put(column.name, column.profile()));
      return new PopulationProfile(document.rows, columns);
    } catch (JsonProcessingException e) {
      throw ProfileErrors.unreadable("it is not the JSON of a profile: " + e.getMessage());
    }
  }

  private static ColumnDocument document(String name, ColumnProfile profile) {
    if (profile instanceof NumberProfile numbers) {
      return new ColumnDocument(
          name,
          numbers.integers() ? ColumnType.INTEGER : ColumnType.REAL,
          numbers.missing(),
          numbers.mostValues(),
          numbers.infinite(),
          values(numbers.values()),
          counts(numbers.values()),
          values(numbers.sentinels()),
          counts(numbers.sentinels()),
          numbers.droppedBits(),
          null,
          null,
          null);
    }
    CategoryProfile categories = (CategoryProfile) profile;
    return new ColumnDocument(
        name,
        ColumnType.CATEGORY,
        categories.missing(),
        categories.mostCategories(),
        null,
        null,
        null,
        null,
        null,
        null,
        categories.present(),
        categories.counts(),
        categories.tooMany());
  }

  private static double[] values(ValueCounts sample) {
    return IntStream.range(0, sample.distinct()).mapToDouble(sample::value).toArray();
  }

  private static long[] counts(ValueCounts sample) {
    return IntStream.range(0, sample.distinct()).mapToLong(sample::count).toArray();
  }

  record Document(int format, long rows, List<ColumnDocument> columns) {

    Document {
      demand(columns);
    }
  }

  private static void demand(Object... parts) {
    if (Stream.of(parts).anyMatch(Objects::isNull)) {
      throw new IllegalArgumentException("a part is missing");
    }
  }

  record ColumnDocument(
      String name,
      ColumnType type,
      long missing,
      int limit,
      Long infinite,
      double[] values,
      long[] counts,
      double[] sentinels,
      long[] sentinelCounts,
      Integer droppedBits,
      Long present,
      Map<String, Long> categories,
      Boolean tooMany) {

    ColumnDocument {
      demand(name, type);
      if (type == ColumnType.CATEGORY) {
        demand(present, categories, tooMany);
      } else {
        demand(infinite, values, counts, sentinels, sentinelCounts, droppedBits);
      }
    }

    ColumnProfile profile() {
      if (type == ColumnType.CATEGORY) {
        return new CategoryProfile(missing, present, new TreeMap<>(categories), tooMany, limit);
      }
      return new NumberProfile(
          type == ColumnType.INTEGER,
          missing,
          infinite,
          ValueCounts.of(sentinels, sentinelCounts),
          ValueCounts.of(values, counts),
          droppedBits,
          limit);
    }
  }
}
