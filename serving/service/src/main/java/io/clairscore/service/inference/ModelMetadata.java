package io.clairscore.service.inference;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;

/**
 * What the model takes and gives.
 *
 * @param name always {@value #NAME}
 * @param versions the version that answers, and no other
 */
public record ModelMetadata(
    String name,
    List<String> versions,
    String platform,
    List<Tensor> inputs,
    List<Tensor> outputs) {
  /** Name of the model, whatever its version. */
  public static final String NAME = "clairscore";

  static final String INPUT = "features";

  /**
   * A tensor.
   *
   * @param shape -1 for the number of vectors
   */
  public record Tensor(String name, String datatype, List<Integer> shape) {}

  /** The server, as the protocol asks for it. */
  public record Server(String name, String version, List<String> extensions) {
    public static final Server OURS = new Server(NAME, "1", List.of("binary_tensor_data"));
  }

  /** Whether the server lives. */
  public record Live(boolean live) {}

  /** Whether a model answers. */
  public record Ready(boolean ready) {}

  /**
   * What Triton calls the configuration of a model.
   *
   * @param maxBatchSize most vectors of a request
   */
  public record Config(
      String name,
      String platform,
      @JsonProperty("max_batch_size") int maxBatchSize,
      List<ConfigTensor> input,
      List<ConfigTensor> output) {}

  /** A tensor of one vector. */
  public record ConfigTensor(
      String name, @JsonProperty("data_type") String dataType, List<Integer> dims) {}

  /** The metadata of a version. */
  public static ModelMetadata of(String version, int features) {
    return new ModelMetadata(
        NAME,
        List.of(version),
        "clairscore_trees",
        List.of(new Tensor(INPUT, "FP32", List.of(-1, features))),
        Arrays.stream(Output.values())
            .map(output -> new Tensor(output.key(), output.datatype(), List.of(-1)))
            .toList());
  }

  /** The same in Triton's words. */
  public Config config(int most) {
    return new Config(
        name,
        platform,
        most,
        inputs.stream().map(ModelMetadata::perVector).toList(),
        outputs.stream().map(ModelMetadata::perVector).toList());
  }

  private static ConfigTensor perVector(Tensor tensor) {
    boolean text = tensor.datatype().equals("BYTES");
    List<Integer> dims = tensor.shape().subList(1, tensor.shape().size());
    return new ConfigTensor(
        tensor.name(),
        "TYPE_" + (text ? "STRING" : tensor.datatype()),
        dims.isEmpty() ? List.of(1) : dims);
  }
}
