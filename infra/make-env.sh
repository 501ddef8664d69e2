#!/bin/sh
# The secrets of docker-compose.yml, made up: infra/make-env.sh > .env
# Keep ALUR_MASTER_KEY apart from the backups of the database: without it no name can be read again.
set -eu
random() { openssl rand -hex 24; }
cat <<END
ALUR_MASTER_KEY=$(openssl rand -base64 32)
POSTGRES_PASSWORD=$(random)
OIDC_CLIENT_SECRET=$(random)
KEYCLOAK_PASSWORD=$(random)
GRAFANA_PASSWORD=$(random)
END
