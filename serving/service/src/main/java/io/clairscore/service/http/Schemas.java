package io.clairscore.service.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaBuilder;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** JSON schemas of the types that are sent and answered, for the API's document. */
final class Schemas {
  private final SchemaBuilder builder;

  Schemas() {
    SchemaGeneratorConfigBuilder config =
        new SchemaGeneratorConfigBuilder(
                Json.MAPPER, SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
            .with(new JacksonModule(JacksonOption.RESPECT_JSONPROPERTY_REQUIRED))
            .with(
                Option.DEFINITIONS_FOR_ALL_OBJECTS,
                Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES,
                Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT,
                Option.FLATTENED_OPTIONALS)
            .without(Option.SCHEMA_VERSION_INDICATOR);
    config
        .forFields()
        .withRequiredCheck(
            field ->
                !field.isFakeContainerItemScope()
                    && field.getType().getErasedType() != Optional.class
                    && field.getType().getErasedType() != OptionalDouble.class
                    && field.getType().getErasedType() != OptionalInt.class
                    && field.getAnnotationConsideringFieldAndGetter(MayBeNull.class) == null)
        .withNullableCheck(
            field -> field.getAnnotationConsideringFieldAndGetter(MayBeNull.class) != null);
    config
        .forTypesInGeneral()
        .withCustomDefinitionProvider(
            (type, context) ->
                JsonNode.class.isAssignableFrom(type.getErasedType()) ? anything() : null);
    builder = new SchemaGenerator(config.build()).buildMultipleSchemaDefinitions();
  }

  /** Without attributes: nothing of what may stand there is forbidden. */
  private static CustomDefinition anything() {
    return new CustomDefinition(
        Json.MAPPER.createObjectNode(),
        CustomDefinition.DefinitionType.INLINE,
        CustomDefinition.AttributeInclusion.NO);
  }

  /** A schema, or a reference to one. */
  ObjectNode of(Class<?> type) {
    return builder.createSchemaReference(type);
  }

  /** All schemas that are referred to, by name. */
  ObjectNode definitions() {
    return builder.collectDefinitions("components/schemas");
  }
}
