using System.Text.Json;
using StatsBot.Gateway;

namespace TypedWebhookAlerts.Fuzzing;

/// <summary>A line of the gateway, as the sample bot reads it.</summary>
internal static class GatewayTarget
{
    public static void Run(byte[] input)
    {
        try
        {
            // When it happened is computed of an id that may be any number.
            _ = GatewayParser.Parse(FuzzText.Of(input))?.At;
        }
        catch (JsonException malformed)
        {
            Promise.Holds(malformed.Message.Length > 0, "a malformed line says what is wrong with it");
        }
    }
}
