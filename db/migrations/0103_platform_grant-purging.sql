-- What has been in the trash for its time is removed for good by a job of the app.
grant delete on directory.absence, directory.officer_import, calendar.own_day to sauro_app;
