using Microsoft.AspNetCore.WebUtilities;
using TypedWebhookAlerts.Testing.Payloads;

namespace TypedWebhookAlerts.Testing.Simulation;

/// <summary>What a query asks for.</summary>
internal sealed record RequestQuery
{
    /// <summary>Whether the answer is the message; otherwise it is empty.</summary>
    public bool Wait { get; private init; }

    /// <summary>The thread of the webhook's channel that is meant.</summary>
    public ulong? ThreadId { get; private init; }

    public static RequestQuery Read(string query, ErrorNode errors)
    {
        var values = QueryHelpers.ParseQuery(query);
        return new RequestQuery
        {
            Wait = values.TryGetValue("wait", out var wait) && ReadBoolean(wait.ToString(), errors.Child("wait")),
            ThreadId = values.TryGetValue("thread_id", out var thread)
                ? ReadId(thread.ToString(), errors.Child("thread_id"))
                : null,
        };
    }

    private static bool ReadBoolean(string text, ErrorNode errors)
    {
        switch (text.ToUpperInvariant())
        {
            case "TRUE" or "1":
                return true;
            case "FALSE" or "0":
                return false;
            default:
                errors.Add(FormErrors.NotBoolean);
                return false;
        }
    }

    private static ulong? ReadId(string text, ErrorNode errors)
    {
        if (Snowflakes.TryParse(text, out var id))
        {
            return id;
        }

        errors.Add(FormErrors.NotSnowflake(text));
        return null;
    }
}
