# The API and the page in one image; PostgreSQL is beside it (docker-compose.yml).

FROM node:24.21.0-bookworm-slim AS manifests
WORKDIR /app
COPY package.json package-lock.json ./
COPY apps/api/package.json apps/api/
COPY apps/e2e/package.json apps/e2e/
COPY apps/web/package.json apps/web/
COPY libs/contracts/package.json libs/contracts/
COPY libs/domain/package.json libs/domain/
COPY libs/fixtures/package.json libs/fixtures/

FROM manifests AS build
ENV NX_DAEMON=false NX_TUI=false
RUN npm ci --no-audit --no-fund --include-workspace-root --workspace=apps/api --workspace=apps/web
COPY nx.json tsconfig.base.json ./
COPY libs libs
COPY apps apps
RUN npx nx run-many -t build

# What the bundle of the API imports when it runs, and nothing the page was built with.
FROM manifests AS packages
RUN npm ci --no-audit --no-fund --omit=dev --workspace=apps/api

FROM node:24.21.0-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 WEB_DIST=/app/apps/web/dist QINGSHAN_HOME=/var/lib/qingshan
COPY --from=packages /app/node_modules node_modules
COPY --from=packages /app/apps/api/package.json apps/api/
COPY --from=build /app/apps/api/dist apps/api/dist
COPY --from=build /app/apps/web/dist apps/web/dist
# A named volume takes over owner and mode of the folder it covers.
RUN install -d -o node -g node -m 700 /var/lib/qingshan
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=120s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/api/health').then((reply) => process.exit(reply.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--max-semi-space-size=8", "--heap-growing-percent=40", "apps/api/dist/main.js"]
