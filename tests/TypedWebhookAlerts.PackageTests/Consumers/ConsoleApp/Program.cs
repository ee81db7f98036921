using TypedWebhookAlerts;

await using var alerts = WebhookAlerts.Start();

BotAlerts.ShardDisconnected(3, TimeSpan.FromMinutes(90), "asked to reconnect");
BotAlerts.CommandFailed("Leaderboard", "no entry for *today*", 80351110224678912);

return await alerts.FlushAsync(TimeSpan.FromSeconds(30)) ? 0 : 1;
