package io.clairscore.drift.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.util.NameTransformer;
import io.clairscore.features.text.Keyed;
import java.io.IOException;
import java.util.Map;

/**
 * Writes a map as fields of the record that holds it, beside the others and in their order; Jackson
 * itself unwraps records only. {@link FlatRecords} reads it again.
 */
public final class FlatMap extends StdSerializer<Map<? extends Keyed, ?>> {
  public FlatMap() {
    super(Map.class, false);
  }

  @Override
  public boolean isUnwrappingSerializer() {
    return true;
  }

  @Override
  public JsonSerializer<Map<? extends Keyed, ?>> unwrappingSerializer(NameTransformer names) {
    return this;
  }

  @Override
  public void serialize(
      Map<? extends Keyed, ?> map, JsonGenerator json, SerializerProvider provider)
      throws IOException {
    for (Map.Entry<? extends Keyed, ?> entry : map.entrySet()) {
      provider.defaultSerializeField(entry.getKey().key(), entry.getValue(), json);
    }
  }
}
