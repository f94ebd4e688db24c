package io.clairscore.drift.json;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.Deserializers;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clairscore.features.text.Keyed;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reads records with {@link JsonUnwrapped} components, whose own fields stand beside the others:
 * Jackson writes these, and reads them only into objects it may change. Such a component is a
 * record, or a map by {@link Keyed} constants of an enumeration, written by {@link FlatMap}.
 */
public final class FlatRecords extends SimpleModule {
  public FlatRecords() {
    super("flat records");
  }

  @Override
  public void setupModule(SetupContext context) {
    super.setupModule(context);
    context.addDeserializers(
        new Deserializers.Base() {
          @Override
          public JsonDeserializer<?> findBeanDeserializer(
              JavaType type, DeserializationConfig config, BeanDescription bean) {
            return type.getRawClass().isRecord()
                    && components(type).anyMatch(FlatRecords::isUnwrapped)
                ? new Reader(type)
                : null;
          }
        });
  }

  private static Stream<RecordComponent> components(JavaType type) {
    return Arrays.stream(type.getRawClass().getRecordComponents());
  }

  private static boolean isUnwrapped(RecordComponent component) {
    return component.getAccessor().isAnnotationPresent(JsonUnwrapped.class);
  }

  private static final class Reader extends StdDeserializer<Object> {
    private static final long serialVersionUID = 1L;

    private final JavaType type;

    Reader(JavaType type) {
      super(type);
      this.type = type;
    }

    @Override
    public Object deserialize(JsonParser json, DeserializationContext context) throws IOException {
      if (!(context.readTree(json) instanceof ObjectNode fields)) {
        return context.handleUnexpectedToken(type, json);
      }
      RecordComponent[] components = components(type).toArray(RecordComponent[]::new);
      Object[] values = new Object[components.length];
      for (int i = 0; i < values.length; i++) {
        JavaType of = context.getTypeFactory().constructType(components[i].getGenericType());
        values[i] =
            isUnwrapped(components[i])
                ? unwrapped(fields, of, context)
                : value(fields.remove(components[i].getName()), of, context);
      }
      if (!fields.isEmpty()) {
        context.handleUnknownProperty(json, this, type.getRawClass(), fields.fieldNames().next());
      }
      return made(components, values, context);
    }

    private static Object unwrapped(
        ObjectNode fields, JavaType type, DeserializationContext context) throws IOException {
      if (!type.isMapLikeType()) {
        return value(taken(fields, type, context), type, context);
      }
      Map<Object, Object> map = new LinkedHashMap<>();
      for (Object constant : type.getKeyType().getRawClass().getEnumConstants()) {
        JsonNode value = fields.remove(((Keyed) constant).key());
        if (value != null) {
          map.put(constant, value(value, type.getContentType(), context));
        }
      }
      return map;
    }

    /** The fields that a record has, as a document of their own. */
    private static ObjectNode taken(
        ObjectNode fields, JavaType type, DeserializationContext context) {
      ObjectNode own = context.getNodeFactory().objectNode();
      components(type)
          .forEach(
              component -> {
                JsonNode value = fields.remove(component.getName());
                if (value != null) {
                  own.set(component.getName(), value);
                }
              });
      return own;
    }

    private static Object value(JsonNode node, JavaType type, DeserializationContext context)
        throws IOException {
      JsonDeserializer<Object> reader = context.findRootValueDeserializer(type);
      if (node == null) {
        return reader.getAbsentValue(context);
      }
      return node.isNull() ? reader.getNullValue(context) : context.readTreeAsValue(node, type);
    }

    private Object made(
        RecordComponent[] components, Object[] values, DeserializationContext context)
        throws IOException {
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      try {
        var constructor = type.getRawClass().getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return constructor.newInstance(values);
      } catch (InvocationTargetException e) {
        throw JsonMappingException.from(context, e.getCause().getMessage(), e.getCause());
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
