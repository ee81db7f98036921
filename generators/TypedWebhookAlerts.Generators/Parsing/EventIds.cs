using System.Text;

namespace TypedWebhookAlerts.Generators.Parsing;

/// <summary>Numbers an alert that declares no number: the same in every build and on every machine.</summary>
internal static class EventIds
{
    /// <summary>FNV-1a over the name's UTF-8 bytes, without the sign bit.</summary>
    public static int Of(string fullName)
    {
        var hash = 2166136261;
        foreach (var b in Encoding.UTF8.GetBytes(fullName))
        {
            hash = unchecked((hash ^ b) * 16777619);
        }

        return (int)(hash & int.MaxValue);
    }
}
