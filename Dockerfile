# Stadtverbund in a container. The database is a server of its own (deploy/compose.yaml shows both).
FROM node:24-bookworm-slim AS build
WORKDIR /app
ENV STRAPI_TELEMETRY_DISABLED=true
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build && npm prune --omit=dev

FROM node:24-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production STRAPI_TELEMETRY_DISABLED=true HOST=0.0.0.0 PORT=1337
# The code belongs to root: whoever takes over the process cannot change it.
COPY --from=build /app ./
# What the application writes: uploads, and mails as long as there is no SMTP_HOST. Both must outlive the container. The
# rest of the file system may be read-only, with a tmpfs at /tmp (deploy/compose.yaml).
RUN mkdir -p public/uploads .data && chown -R node:node public/uploads .data
VOLUME ["/app/public/uploads", "/app/.data"]
USER node
EXPOSE 1337
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/_health').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# exec form: SIGTERM reaches Node, which stops Strapi cleanly.
CMD ["node", "dist/scripts/start.js"]
