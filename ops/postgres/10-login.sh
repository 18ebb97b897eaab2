#!/bin/sh
# Runs once, when the database is made: a login that owns one database and may make the product's two roles, and is
# no superuser.
set -eu
psql --set=ON_ERROR_STOP=1 --username=postgres --dbname=postgres --set=password="$SAURO_DB_PASSWORD" <<'SQL'
create role sauro login createrole password :'password';
create database sauro owner sauro encoding 'UTF8' template template0 locale_provider icu icu_locale 'vi' locale 'C.UTF-8';
SQL
