namespace TypedWebhookAlerts.IntegrationTests.StatsBot;

/// <summary>Events in the gateway's wire format.</summary>
internal static class GatewayLines
{
    public const string Guild =
        """{"op":0,"t":"GUILD_CREATE","s":1,"d":{"id":"576745113581465600","name":"Café *Späti*","member_count":12}}""";

    /// <summary>A command that divides by the days on which anybody wrote: none.</summary>
    public const string FailingCommand =
        """{"op":0,"t":"INTERACTION_CREATE","s":2,"d":{"id":"1560746668330713104","type":2,"guild_id":"576745113581465600","data":{"id":"1","name":"stats","type":1},"member":{"user":{"id":"800337132782616861","username":"sven"}}}}""";

    /// <summary>Somebody joins.</summary>
    public static string Join(int number)
        => $$$"""{"op":0,"t":"GUILD_MEMBER_ADD","s":{{{number}}},"d":{"guild_id":"576745113581465600","user":{"id":"{{{1_190_000_000_000_000_000 + number}}}","username":"user_{{{number}}}","global_name":"[bold]User[/] ``` {{{number}}}"},"joined_at":"2026-10-16T20:14:03.000000+00:00"}}""";
}
