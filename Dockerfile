# Builds Tiller and puts it on a small Java runtime. The settings come from the environment: see docs/settings.md.
#   docker build -t tiller .
#   docker run -p 8080:8080 -v tiller-data:/var/lib/tiller --env-file tiller.env tiller

FROM maven:3-eclipse-temurin-25 AS build
WORKDIR /src
COPY . .
RUN mvn -B -ntp -P '!format' -DskipTests package
RUN jlink --strip-debug --no-header-files --no-man-pages --output /jre --add-modules \
java.naming,java.sql,java.net.http,java.management,java.desktop,java.instrument,java.security.jgss,java.xml,\
jdk.unsupported,jdk.crypto.ec,jdk.management,jdk.jfr,jdk.zipfs,jdk.localedata

FROM debian:stable-slim
RUN apt-get update \
    && DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends ca-certificates curl \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --home-dir /var/lib/tiller --create-home tiller
COPY --from=build /jre /opt/tiller/jre
COPY --from=build /src/tiller /src/LICENSE /opt/tiller/
COPY --from=build /src/app/target/tiller.jar /opt/tiller/app/target/
COPY --from=build /src/app/target/lib /opt/tiller/app/target/lib
USER tiller
WORKDIR /var/lib/tiller
VOLUME /var/lib/tiller
ENV TILLER_HOST=0.0.0.0 TILLER_PORT=8080 TILLER_DATABASE_URL=jdbc:h2:async:/var/lib/tiller/tiller
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=3s --start-period=20s \
    CMD curl --fail --silent --output /dev/null "http://127.0.0.1:${TILLER_PORT}/health/ready" || exit 1
ENTRYPOINT ["/opt/tiller/tiller"]
CMD ["serve"]
