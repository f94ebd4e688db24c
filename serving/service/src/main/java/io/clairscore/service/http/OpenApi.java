package io.clairscore.service.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clairscore.service.access.Credentials;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The API's document (OpenAPI 3.1), made of the table of routes alone. */
public final class OpenApi {
  private static final String BEARER = "bearer";
  private static final String COOKIE = "session";
  private static final String ERROR = "Problem";
  private static final String SCHEMAS = "#/components/schemas/";

  private final Schemas schemas = new Schemas();
  private final ObjectNode document = Json.MAPPER.createObjectNode();

  private OpenApi() {}

  /** The document of these routes. */
  public static ObjectNode of(List<Route<?, ?>> routes) {
    OpenApi api = new OpenApi();
    api.document.put("openapi", "3.1.0");
    api.document
        .putObject("info")
        .put("title", "Clairscore")
        .put("version", "1")
        .put("description", "Credit decisions, and why they were taken.");
    ObjectNode paths = api.document.putObject("paths");
    for (Route<?, ?> route : routes) {
      paths
          .withObject("/" + route.path().replace("~", "~0").replace("/", "~1"))
          .set(route.method().name().toLowerCase(Locale.ROOT), api.operation(route));
    }
    ObjectNode components = api.document.putObject("components");
    ObjectNode definitions = api.schemas.definitions();
    definitions.set(ERROR, problem());
    components.set("schemas", definitions);
    security(components.putObject("securitySchemes"));
    return api.document;
  }

  private ObjectNode operation(Route<?, ?> route) {
    ObjectNode operation = Json.MAPPER.createObjectNode();
    operation.putArray("tags").add(route.tag());
    operation.put("operationId", route.id()).put("summary", route.about());
    ArrayNode parameters = operation.putArray("parameters");
    route.parameters().forEach(parameter -> parameters.add(parameter(parameter)));
    parameters.add(parameter(Languages.DECLARED));
    if (route.request() == byte[].class) {
      operation
          .putObject("requestBody")
          .put("required", true)
          .putObject("content")
          .putObject(Content.JSON)
          .putObject("schema");
    } else if (route.request() != Void.class) {
      operation
          .putObject("requestBody")
          .put("required", true)
          .putObject("content")
          .putObject(Content.JSON)
          .set("schema", schemas.of(route.request()));
    }
    responses(route, operation.putObject("responses"));
    if (!route.access().open()) {
      ArrayNode ways = operation.putArray("security");
      ways.addObject().putArray(BEARER);
      ways.addObject().putArray(COOKIE);
      ArrayNode roles = operation.putArray("x-roles");
      new TreeSet<>(route.access().roles()).forEach(role -> roles.add(role.name()));
    }
    return operation;
  }

  private void responses(Route<?, ?> route, ObjectNode responses) {
    if (route.is(Route.Trait.ELSEWHERE)) {
      responses.putObject("303").put("description", "It is at another address.");
    } else if (route.answer() == Void.class) {
      responses.putObject("204").put("description", "Done.");
    } else {
      ObjectNode schema =
          route.answer() == Content.class
              ? Json.MAPPER.createObjectNode()
              : schemas.of(route.answer());
      responses
          .putObject("200")
          .put("description", "The answer.")
          .putObject("content")
          .putObject(route.answerType())
          .set("schema", schema);
    }
    if (route.method().safe() && !route.is(Route.Trait.PERSONAL)) {
      responses.putObject("304").put("description", "It is as it was.");
    }
    Set<Integer> refused =
        new TreeSet<>(List.of(400, 404, 405, 406, 409, 413, 414, 415, 422, 429, 431, 500, 503));
    if (!route.access().open() || route.id().equals("login")) {
      refused.add(401);
    }
    refused.add(403);
    for (int status : refused) {
      responses
          .putObject(Integer.toString(status))
          .put("description", "A problem (RFC 9457).")
          .putObject("content")
          .putObject(ProblemDocument.TYPE)
          .putObject("schema")
          .put("$ref", SCHEMAS + ERROR);
    }
  }

  private static ObjectNode parameter(Parameter parameter) {
    ObjectNode node = Json.MAPPER.createObjectNode();
    node.put("name", parameter.name())
        .put("in", parameter.place().name().toLowerCase(Locale.ROOT))
        .put("required", parameter.required())
        .put("description", parameter.about());
    ObjectNode schema = node.putObject("schema");
    switch (parameter.kind()) {
      case WHOLE -> {
        schema.put("type", "integer");
        parameter.least().ifPresent(least -> schema.put("minimum", least));
        parameter.most().ifPresent(most -> schema.put("maximum", most));
      }
      case NUMBER -> schema.put("type", "number");
      case FLAG -> schema.put("type", "boolean");
      case TEXT -> {
        schema.put("type", "string");
        parameter.most().ifPresent(most -> schema.put("maxLength", most));
        if (!parameter.values().isEmpty()) {
          ArrayNode values = schema.putArray("enum");
          parameter.values().forEach(values::add);
        }
      }
    }
    return node;
  }

  private static ObjectNode problem() {
    ObjectNode problem = Json.MAPPER.createObjectNode().put("type", "object");
    ObjectNode properties = problem.putObject("properties");
    for (String name : List.of("type", "title", "detail", "remedy", "requestId")) {
      properties.putObject(name).put("type", "string");
    }
    properties.putObject("status").put("type", "integer");
    ArrayNode required = problem.putArray("required");
    properties.fieldNames().forEachRemaining(required::add);
    return problem;
  }

  private static void security(ObjectNode schemes) {
    schemes.putObject(BEARER).put("type", "http").put("scheme", "bearer");
    schemes
        .putObject(COOKIE)
        .put("type", "apiKey")
        .put("in", "cookie")
        .put("name", Credentials.SESSION_COOKIE);
  }
}
