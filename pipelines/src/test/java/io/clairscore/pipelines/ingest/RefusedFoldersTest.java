package io.clairscore.pipelines.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.pipelines.CsvFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders that are refused before a row is read. */
class RefusedFoldersTest {
  @TempDir Path folder;
  private CsvFolder data;

  @BeforeEach
  void oneClient() {
    data = new CsvFolder(folder).row("application_train", "SK_ID_CURR", 1, "TARGET", 0);
  }

  @Test
  void aFolderThatIsNotThere() {
    refused(folder.resolve("absent"), "There is no data folder", "absent");
  }

  @Test
  void aFolderWithoutApplications() {
    data = new CsvFolder(folder).row("bureau", "SK_ID_CURR", 1, "SK_ID_BUREAU", 1).write();
    refused(folder, "No application file", "application_train nor application_test");
  }

  @Test
  void aMissingHistoryIsNotRefused() {
    data.write();
    assertThat(DataFolder.open(folder).absent())
        .contains("application_test", "bureau", "installments_payments")
        .hasSize(7);
  }

  @Test
  void aFileInBothForms() throws IOException {
    data.write().writeCompressed();
    refused(folder, "application_train.csv stands twice", "Remove one");
  }

  @Test
  void aFileWithoutHeader() throws IOException {
    data.write();
    Files.createFile(folder.resolve("bureau.csv"));
    refused(folder, "bureau.csv is empty", "header");
  }

  @Test
  void aMissingColumn() throws IOException {
    header("bureau", CsvFolder.headerOf("bureau").replace(",CREDIT_TYPE", ""));
    refused(folder, "bureau.csv", "Missing columns: CREDIT_TYPE.");
  }

  @Test
  void anExtraColumn() throws IOException {
    header("bureau", CsvFolder.headerOf("bureau") + ",COLOUR");
    refused(folder, "bureau.csv", "Unknown columns: COLOUR.");
  }

  @Test
  void aRenamedColumn() throws IOException {
    header("bureau", CsvFolder.headerOf("bureau").replace("CREDIT_TYPE", "Credit_Type"));
    refused(folder, "Missing columns: CREDIT_TYPE.", "Unknown columns: Credit_Type.");
  }

  @Test
  void aColumnTwice() throws IOException {
    header("bureau", CsvFolder.headerOf("bureau") + ",CREDIT_TYPE");
    refused(folder, "bureau.csv", "Columns named twice: CREDIT_TYPE.");
  }

  @Test
  void aHeaderThatIsNoneOfTheTable() throws IOException {
    header("bureau", CsvFolder.text("bureau", "SK_ID_CURR", 1, "SK_ID_BUREAU", 12));
    refused(folder, "The header of", "bureau.csv is missing", "None of the 17 fields");
    header("bureau", "MONTHS_BALANCE,STATUS");
    refused(folder, "bureau.csv is missing", "None of the 2 fields");
    header("bureau", "SK_ID_CURR,Anna,Berg");
    refused(folder, "Missing columns: SK_ID_BUREAU", "and 6 more", "2, not repeated here");
  }

  @Test
  void aHeaderOfAnotherProgram() throws IOException {
    header("bureau", CsvFolder.headerOf("bureau").replace(',', ';'));
    refused(folder, "divided by semicolons");
    header("bureau", "," + CsvFolder.headerOf("bureau"));
    refused(folder, "The first column of", "bureau.csv has no name", "pandas");
    header("bureau", CsvFolder.headerOf("bureau").replace(",", "\r"));
    refused(folder, "carriage return alone");
  }

  @Test
  void aTargetInTheUnlabelledFile() throws IOException {
    header("application_test", CsvFolder.headerOf("application_train"));
    refused(folder, "application_test.csv", "Unknown columns: TARGET.");
  }

  @Test
  void aHeaderInAnotherEncoding() throws IOException {
    Files.write(
        folder.resolve("application_train.csv"),
        CsvFolder.headerOf("application_train").getBytes(StandardCharsets.UTF_16));
    refused(folder, "The header of", "NUL byte");
  }

  @Test
  void aGzipFileCutInItsHeader() throws IOException {
    data.writeCompressed();
    Path file = folder.resolve("application_train.csv.gz");
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 12));
    refused(folder, "application_train.csv.gz is damaged", "Fetch the file again");
  }

  @Test
  void aFileThatIsNotGzip() throws IOException {
    Files.writeString(folder.resolve("application_train.csv.gz"), "SK_ID_CURR\n1\n");
    refused(folder, "application_train.csv.gz is damaged", "GZIP");
  }

  @Test
  void columnsInAnotherOrderAreNotRefused() throws IOException {
    data.write();
    header("bureau_balance", "STATUS,SK_ID_BUREAU,MONTHS_BALANCE");
    assertThat(DataFolder.open(folder).files().get(1).order()).containsExactly(2, 0, 1);
  }

  @Test
  void aByteOrderMarkIsNotRefused() throws IOException {
    data.lines("application_train").set(0, "\uFEFF" + CsvFolder.headerOf("application_train"));
    data.write();
    assertThat(DataFolder.open(folder).files()).hasSize(1);
  }

  @Test
  void otherContentHasAnotherFingerprint() throws IOException {
    data.write();
    String before = DataFolder.open(folder).fingerprint();
    assertThat(DataFolder.open(folder).fingerprint()).isEqualTo(before);
    data.row("application_train", "SK_ID_CURR", 2, "TARGET", 1).write();
    assertThat(DataFolder.open(folder).fingerprint()).isNotEqualTo(before);
  }

  private void header(String file, String header) throws IOException {
    data.write();
    Files.writeString(folder.resolve(file + ".csv"), header + "\n");
  }

  private static void refused(Path folder, String... words) {
    Refusal refusal = catchThrowableOfType(Refusal.class, () -> DataFolder.open(folder));
    assertThat(refusal).isNotNull();
    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.DATA);
    assertThat(refusal.getMessage()).contains(words).contains("Cause: ").contains("Remedy: ");
  }
}
