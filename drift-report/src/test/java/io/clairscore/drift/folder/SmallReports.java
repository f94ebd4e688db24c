package io.clairscore.drift.folder;

import io.clairscore.drift.profile.ColumnSpec;
import io.clairscore.drift.profile.ColumnType;
import io.clairscore.drift.profile.PopulationAccumulator;
import io.clairscore.drift.profile.PopulationProfile;
import io.clairscore.drift.profile.ProfileLimits;
import io.clairscore.drift.verdict.DriftOptions;
import io.clairscore.drift.verdict.DriftReport;
import io.clairscore.features.text.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** Reports of one column, made without Spark; as a program it writes one and may be killed. */
final class SmallReports {
  static final List<Language> LANGUAGES = Arrays.asList(Language.values());
  private static final int ROWS = 500;

  private SmallReports() {}

  /** A report of a column that moved by so many standard deviations of a uniform one. */
  static DriftReport shiftedBy(double shift) {
    return DriftReport.of(profile(0), profile(shift), DriftOptions.STANDARD);
  }

  private static PopulationProfile profile(double shift) {
    PopulationAccumulator rows =
        new PopulationAccumulator(
            List.of(new ColumnSpec("AMT_CREDIT", ColumnType.REAL)), ProfileLimits.STANDARD);
    for (int row = 0; row < ROWS; row++) {
      rows.number(0, (double) row / ROWS + shift * Math.sqrt(1 / 12.0));
      rows.endRow();
    }
    return rows.profile();
  }

  /** Writes a report as the command does. */
  static void write(Path folder, LocalDate date, double shift) throws IOException {
    ReportFolder files = new ReportFolder(folder);
    files.recover();
    DriftReport report = shiftedBy(shift);
    files.write(date, report, report.verdict().alarm() ? 4 : 0, LANGUAGES);
  }

  /** Folder, date, shift: writes that report; without a shift, one report after another forever. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    LocalDate date = LocalDate.parse(arguments[1]);
    if (arguments.length > 2) {
      write(folder, date, Double.parseDouble(arguments[2]));
      return;
    }
    for (int i = 0; true; i++) {
      write(folder, date, 0.5 + i % 7 / 10.0);
      System.out.println(i);
    }
  }
}
