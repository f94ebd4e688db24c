package io.clairscore.drift.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Leaves NaN out of objects and writes it as null in arrays: most figures apply to some columns.
 */
public final class FiniteNumbers extends SimpleModule {
  /**
   * Writes finite numbers with so many significant digits.
   *
   * @param digits 0 for all of them
   */
  public FiniteNumbers(int digits) {
    super("finite numbers");
    addSerializer(double.class, new Writer(new MathContext(digits)));
    addSerializer(Double.class, new Writer(new MathContext(digits)));
    addDeserializer(double.class, new Reader());
  }

  @Override
  public void setupModule(SetupContext context) {
    super.setupModule(context);
    JsonInclude.Value present =
        JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS);
    context.configOverride(double.class).setInclude(present);
  }

  private static final class Writer extends StdSerializer<Double> {
    private final MathContext digits;

    Writer(MathContext digits) {
      super(Double.class);
      this.digits = digits;
    }

    @Override
    public boolean isEmpty(SerializerProvider provider, Double number) {
      return number.isNaN();
    }

    @Override
    public void serialize(Double number, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      if (number.isNaN()) {
        json.writeNull();
      } else if (digits.getPrecision() == 0 || number.isInfinite()) {
        json.writeNumber(number);
      } else {
        BigDecimal rounded = new BigDecimal(number).round(digits).stripTrailingZeros();
        json.writeNumber(rounded.scale() < 0 ? rounded.setScale(0) : rounded);
      }
    }
  }

  private static final class Reader extends StdDeserializer<Double> {
    Reader() {
      super(double.class);
    }

    @Override
    public Double deserialize(JsonParser json, DeserializationContext context) throws IOException {
      return json.currentToken() == JsonToken.VALUE_NULL
          ? Double.NaN
          : _parseDoublePrimitive(json, context);
    }

    @Override
    public Double getNullValue(DeserializationContext context) {
      return Double.NaN;
    }

    @Override
    public Object getAbsentValue(DeserializationContext context) {
      return Double.NaN;
    }
  }
}
