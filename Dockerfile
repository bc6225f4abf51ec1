# Stadtverbund in a container. The database is a server of its own (deploy/compose.yaml shows both).
FROM node:20-bookworm-slim AS build
WORKDIR /app
ENV STRAPI_TELEMETRY_DISABLED=true
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build && npm prune --omit=dev

FROM node:20-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production STRAPI_TELEMETRY_DISABLED=true HOST=0.0.0.0 PORT=1337
COPY --from=build --chown=node:node /app ./
# Uploads must outlive the container.
VOLUME ["/app/public/uploads"]
USER node
EXPOSE 1337
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/_health').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# exec form: SIGTERM reaches Node, which stops Strapi cleanly.
CMD ["node", "--import", "tsx", "scripts/start.ts"]
