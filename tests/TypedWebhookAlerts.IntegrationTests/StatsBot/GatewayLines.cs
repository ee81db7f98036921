namespace TypedWebhookAlerts.IntegrationTests.StatsBot;

/// <summary>Events in the gateway's wire format.</summary>
internal static class GatewayLines
{
    public const string Guild =
        """{"op":0,"t":"GUILD_CREATE","s":1,"d":{"id":"5767","name":"Café *Späti*","member_count":12}}""";

    /// <summary>A command that divides by the days on which anybody wrote: none. It reads no days, for a query that
    /// takes time may find no free connection on a busy machine, and so fail otherwise.</summary>
    public const string FailingCommand =
        """{"op":0,"t":"INTERACTION_CREATE","s":2,"d":{"id":"1560746668330713104","type":2,"guild_id":"5767","data":"""
        + """{"name":"stats","options":[{"name":"days","type":4,"value":0}]},"member":{"user":{"id":"800337132782616861","username":"sven"}}}}""";

    /// <summary>A command that takes two milliseconds a day.</summary>
    public static string Export(int days)
        => """{"op":0,"t":"INTERACTION_CREATE","d":{"id":"1560746668330713104","type":2,"guild_id":"5767","data":"""
            + $$$"""{"name":"export","options":[{"name":"days","type":4,"value":{{{days}}}}]},"member":"""
            + """{"user":{"id":"800337132782616861","username":"sven"}}}}""";

    /// <summary>Somebody joins.</summary>
    public static string Join(int number)
        => """{"op":0,"t":"GUILD_MEMBER_ADD","d":{"guild_id":"5767","joined_at":"2026-10-16T20:14:03+00:00","user":"""
            + $$$$"""{"id":"{{{{number}}}}","username":"u","global_name":"[bold]User[/] ``` {{{{number}}}}"}}}""";
}
