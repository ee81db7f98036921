using System.Globalization;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Capture;
using TypedWebhookAlerts.Dispatch;

namespace TypedWebhookAlerts.Hosting;

/// <summary>
/// Reads a log entry: its values become fields, then those of its scopes, from the innermost out; a name that is there
/// already is not repeated. Scopes tell no entries apart: they hold a request's id, which always differs.
/// </summary>
internal static class LogEntry
{
    /// <summary>So many values are looked at, and so many scopes: what goes on without end ends here.</summary>
    private const int MaxLooks = 100;

    /// <summary>What logging itself puts into the outermost scope.</summary>
    private static readonly HashSet<string> s_activity =
        ["SpanId", "TraceId", "ParentId", "TraceState", "TraceFlags"];

    /// <summary>What ASP.NET Core calls a request and its connection: no two failures would be equal by them.</summary>
    private static readonly HashSet<string> s_requests =
        ["RequestId", "TraceIdentifier", "ConnectionId", "TraceId", "SpanId"];

    /// <summary>Reads an entry. Dispose the result when it is raised.</summary>
    public static UntypedDraft Read<TState>(
        string category,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string>? formatter,
        IExternalScopeProvider? scopes,
        CultureInfo? culture)
    {
        var values = state as IEnumerable<KeyValuePair<string, object?>>;
        var template = Guarded(values, FindTemplate);
        var draft = UntypedDraft.Begin(Describe(state, exception, formatter, template), exception, culture);
        draft.SetSource(category, eventId.Id, eventId.Name, values is null ? null : template);
        Guarded(values, values =>
        {
            AddValues(draft, values.Where(value => !IsOfSerilog(value, category, eventId)), isKey: true);
            return true;
        });
        AddScopes(draft, scopes);
        return draft;
    }

    private static string? Describe<TState>(
        TState state, Exception? exception, Func<TState, Exception?, string>? formatter, string? template)
    {
        // .NET's own formatter throws where there are more holes than values.
        try
        {
            return (formatter is null ? state?.ToString() : formatter(state, exception))
                ?? template
                ?? exception?.Message;
        }
        catch (Exception failure)
        {
            return $"{template} ({failure.GetType().Name} was thrown while formatting it)".TrimStart();
        }
    }

    private static string? FindTemplate(IEnumerable<KeyValuePair<string, object?>> values)
    {
        // Where it stands by custom.
        if (values is IReadOnlyList<KeyValuePair<string, object?>> { Count: > 0 } list
            && list[^1].Key == AlertLogState.Template)
        {
            return list[^1].Value as string;
        }

        return values.Take(MaxLooks).FirstOrDefault(value => value.Key == AlertLogState.Template).Value as string;
    }

    private static void AddValues(UntypedDraft draft, IEnumerable<KeyValuePair<string, object?>> values, bool isKey)
    {
        foreach (var (name, value) in values.Take(MaxLooks))
        {
            var isNoField = name == AlertLogState.Template || (!isKey && name is not null && s_activity.Contains(name));
            if (!isNoField && !draft.Has(name))
            {
                draft.Add(NameOf(name), value, isKey && !s_requests.Contains(name ?? ""));
            }
        }
    }

    /// <summary>A hole's name without the sign that says how a provider should read its value.</summary>
    private static string? NameOf(string? name)
        => name is ['@' or '$', _, ..] ? name[1..] : name;

    /// <summary>Whether it is what Serilog adds to an entry that it hands on: the category and the event once
    /// more.</summary>
    private static bool IsOfSerilog(KeyValuePair<string, object?> value, string category, EventId eventId)
        => (value.Key == "SourceContext" && value.Value as string == category)
            || (value.Key == "EventId" && eventId != default && value.Value is not IConvertible);

    private static void AddScopes(UntypedDraft draft, IExternalScopeProvider? scopes)
    {
        var all = new List<object>();
        Guarded(scopes, scopes =>
        {
            scopes.ForEachScope(
                static (scope, all) =>
                {
                    if (scope is not null && all.Count < MaxLooks)
                    {
                        all.Add(scope);
                    }
                },
                all);
            return true;
        });
        for (var i = all.Count - 1; i >= 0; i--)
        {
            Guarded(all[i], scope =>
            {
                AddScope(draft, scope);
                return true;
            });
        }
    }

    private static void AddScope(UntypedDraft draft, object scope)
    {
        if (scope is IEnumerable<KeyValuePair<string, object?>> values)
        {
            AddValues(draft, values, isKey: false);
        }
        else
        {
            draft.Add("Scope", scope, isKey: false);
        }
    }

    /// <summary>Does what may run a user's code; what it throws is the end of that alone.</summary>
    private static TResult? Guarded<T, TResult>(T? subject, Func<T, TResult?> read)
        where T : class
    {
        try
        {
            return subject is null ? default : read(subject);
        }
        catch (Exception)
        {
            return default;
        }
    }
}
