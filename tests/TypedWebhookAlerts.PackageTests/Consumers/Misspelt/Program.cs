BotAlerts.ShardDisconnected(3, "asked to reconnect");
