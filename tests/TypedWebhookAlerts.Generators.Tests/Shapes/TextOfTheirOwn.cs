using System;
using System.Collections;
using System.Collections.Generic;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts;

// Collections that say themselves how they are shown, and so are no lists.
static partial class A
{
    internal sealed record Named(string Name) : IEnumerable<int>
    {
        public IEnumerator<int> GetEnumerator() => throw new NotSupportedException();
        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    internal abstract class Formatted : IEnumerable<int>, IFormattable
    {
        public abstract IEnumerator<int> GetEnumerator();
        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
        public abstract string ToString(string? format, IFormatProvider? provider);
    }

    [WebhookAlert(LogLevel.Error, "{named}{formatted:X}{json}")]
    internal static partial void X(Named named, Formatted formatted, JsonArray json);
}
