# syntax=docker/dockerfile:1
# Every service's image: --target service --build-arg SERVICE=subgraphs/ledger (or gateway), or --target web.

FROM node:24.9.0-bookworm-slim AS base
WORKDIR /adal

# All is built once; the images take their parts.
FROM base AS build
COPY . .
RUN --mount=type=cache,target=/root/.npm npm ci
RUN node --input-type=module -e "import { ensureBuilt } from './scripts/lib/build.mjs'; await ensureBuilt({ web: true })"

# What one service needs at run time, and no more.
FROM base AS dependencies
ARG SERVICE
COPY . .
RUN --mount=type=cache,target=/root/.npm npm ci --omit=dev --workspace="$SERVICE"

FROM base AS service
ARG SERVICE
ENV NODE_ENV=production
COPY --from=dependencies /adal/node_modules node_modules
COPY --from=build /adal/packages packages
COPY --from=build /adal/$SERVICE $SERVICE
COPY supergraph.graphql .
WORKDIR /adal/$SERVICE
USER node
EXPOSE 8080
CMD ["node", "--enable-source-maps", "dist/main.js"]

FROM base AS web
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1
COPY --from=build /adal/web/.next/standalone .
WORKDIR /adal/web
USER node
EXPOSE 8080
CMD ["node", "server.js"]
