# syntax=docker/dockerfile:1
# The service as an image: docker build -t clairscore-service .
# conf/deploy/compose.yaml runs it with PostgreSQL; docs/operations.md says which folders it wants.

FROM eclipse-temurin:17.0.15_6-jdk-jammy AS build
WORKDIR /build
COPY . .
RUN --mount=type=cache,target=/maven \
    ./mvnw -Dmaven.repo.local=/maven -q -B -ntp package -Dmaven.test.skip=true -pl serving/service -am

FROM eclipse-temurin:17.0.15_6-jre-jammy
WORKDIR /opt/clairscore
RUN groupadd --system --gid 10001 clairscore \
    && useradd --system --uid 10001 --gid 10001 --home-dir /nonexistent --shell /usr/sbin/nologin clairscore \
    && mkdir --mode 0750 /data \
    && chown clairscore:clairscore /data
COPY --from=build /build/serving/service/target/clairscore-service.jar ./
COPY conf/service.jvm conf/service.yaml conf/
# The root file system is read-only when it runs, so what a first start would write is written now: DuckDB's
# library, and the archive of loaded classes, which belongs to this jar, this path and this Java.
RUN java @conf/service.jvm -XX:ArchiveClassesAtExit=clairscore-service.jsa -jar clairscore-service.jar rehearse

USER 10001:10001
ENV PORT=8080 \
    MALLOC_ARENA_MAX=2 \
    CLAIRSCORE_SERVICE_SERVER_HOST=0.0.0.0 \
    CLAIRSCORE_SERVICE_PUBLISHED=/published \
    CLAIRSCORE_SERVICE_STORE_URL=jdbc:sqlite:/data/service.db
EXPOSE 8080
VOLUME ["/data", "/published"]
STOPSIGNAL SIGTERM
# By bash itself: the image has no curl, and a Java each time would cost more than the service.
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s --retries=3 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/$PORT && printf 'GET /health/ready HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && grep -q '^HTTP/1.1 200' <&3"]
ENTRYPOINT ["java", "@conf/service.jvm", "-XX:SharedArchiveFile=clairscore-service.jsa", "-jar", "clairscore-service.jar"]
CMD ["serve"]
