namespace TypedWebhookAlerts;

/// <summary>
/// Reads the <c>WEBHOOK_*</c> environment variables. Spaces and quotes around a value are dropped, an empty one is
/// unset, numbers are read in the invariant culture.
/// </summary>
internal static class WebhookVariables
{
    private const string Prefix = "WEBHOOK";
    private const string InFile = "_FILE";

    /// <summary>Sets <see cref="WebhookAlertOptions.TrustedHosts"/>.</summary>
    public const string TrustedHosts = "WEBHOOK_TRUSTED_HOSTS";

    /// <summary>From this length on two letters may be wrong: WEBHOOK_INFRA_URL is none of ours.</summary>
    private const int LongName = 20;

    private static readonly (string Name, string Route)[] s_routes =
    [
        ("WEBHOOK_ERROR_URL", "error"),
        ("WEBHOOK_INFO_URL", "info"),
        ("WEBHOOK_PERFORMANCE_URL", "performance"),
        ("WEBHOOK_MEMBER_EVENTS_URL", "member-events"),
    ];

    private static readonly WebhookVariable[] s_values =
    [
        new("WEBHOOK_MINIMUM_LEVEL", nameof(WebhookAlertOptions.MinimumLevel), ValueText.Level, (o, v)
            => Set(ValueText.TryLevel(v), x => o.MinimumLevel = x)),
        new(
            "WEBHOOK_MAX_REQUESTS_PER_MINUTE",
            nameof(WebhookAlertOptions.MaxRequestsPerMinute),
            ValueText.WholeNumber,
            (o, v) => Set(ValueText.TryInt(v), x => o.MaxRequestsPerMinute = x)),
        new("WEBHOOK_BATCH_SIZE", nameof(WebhookAlertOptions.BatchSize), ValueText.WholeNumber, (o, v)
            => Set(ValueText.TryInt(v), x => o.BatchSize = x)),
        new("WEBHOOK_BATCH_TIMEOUT", nameof(WebhookAlertOptions.BatchTimeout), ValueText.Time, (o, v)
            => Set(ValueText.TryTime(v), x => o.BatchTimeout = x)),
        new("WEBHOOK_USE_EMBEDS", nameof(WebhookAlertOptions.UseEmbeds), ValueText.Switch, (o, v)
            => Set(ValueText.TrySwitch(v), x => o.UseEmbeds = x)),
        new("WEBHOOK_INCLUDE_TIMESTAMPS", nameof(WebhookAlertOptions.IncludeTimestamps), ValueText.Switch, (o, v)
            => Set(ValueText.TrySwitch(v), x => o.IncludeTimestamps = x)),
        new("WEBHOOK_INCLUDE_BOT_INFO", nameof(WebhookAlertOptions.IncludeBotInfo), ValueText.Switch, (o, v)
            => Set(ValueText.TrySwitch(v), x => o.IncludeBotInfo = x)),
        new("WEBHOOK_INCLUDE_STACK_TRACES", nameof(WebhookAlertOptions.IncludeStackTraces), ValueText.Switch, (o, v)
            => Set(ValueText.TrySwitch(v), x => o.IncludeStackTraces = x)),
        new("WEBHOOK_MAX_MESSAGE_LENGTH", nameof(WebhookAlertOptions.MaxMessageLength), ValueText.WholeNumber, (o, v)
            => Set(ValueText.TryInt(v), x => o.MaxMessageLength = x)),
        new("WEBHOOK_MASK_USER_IDS", nameof(WebhookAlertOptions.UserIds), ValueText.Switch, (o, v)
            => Set(ValueText.TrySwitch(v), x => o.UserIds = x ? UserIdDisplay.Mask : UserIdDisplay.Show)),

        // After the mask: there is nothing else that a key could be for, and a hash tells less.
        new("WEBHOOK_USER_ID_HASH_KEY", nameof(WebhookAlertOptions.UserIdHashKey), "a text", TryKey),
        new("WEBHOOK_COALESCE_SECONDS", nameof(WebhookAlertOptions.CoalesceWindow), ValueText.Time, (o, v)
            => Set(ValueText.TryTime(v), x => o.CoalesceWindow = x)),
        new("WEBHOOK_LOG_ALERTS", nameof(WebhookAlertOptions.LogAlerts), ValueText.Switch, (o, v)
            => Set(ValueText.TrySwitch(v), x => o.LogAlerts = x)),
        new("WEBHOOK_DATA_FOLDER", nameof(WebhookAlertOptions.DataFolder), "a path", (o, v)
            => TryPath(v, path => o.DataFolder = path)),
        new(TrustedHosts, nameof(WebhookAlertOptions.TrustedHosts), "host names", TryHosts),
        new("WEBHOOK_FALLBACK_PATH", "Fallback:Path", "a path", (o, v) => TryPath(v, path => o.Fallback.Path = path)),
    ];

    /// <summary>All of them.</summary>
    public static IEnumerable<string> Names
        => s_values.Select(value => value.Name)
            .Concat(s_routes.Select(route => route.Name))
            .Concat(s_routes.Select(route => route.Name + InFile));

    /// <summary>Writes what the variables say into the options.</summary>
    /// <param name="options">The options.</param>
    /// <param name="read">Reads a variable by name.</param>
    /// <returns>What is wrong with them, naming the variable and never its value.</returns>
    public static IReadOnlyList<string> Apply(WebhookAlertOptions options, Func<string, string?> read)
    {
        var mistakes = new List<string>();
        foreach (var variable in s_values)
        {
            if (Value(read, variable.Name) is not { } value)
            {
                continue;
            }

            if (variable.TrySet(options, value))
            {
                options.Notes.Origins.Add(variable.Option, variable.Name);
            }
            else
            {
                mistakes.Add($"{variable.Name} must be {variable.Expected}.");
            }
        }

        foreach (var (name, route) in s_routes)
        {
            if ((Value(read, name) ?? FromFile(read, name + InFile, mistakes)) is { } url)
            {
                options.Route(route, url);
                options.Notes.Origins.Add($"Routes:{route}:Url", name);
            }
        }

        return mistakes;
    }

    /// <summary>The variable that gives a route its address; null for a route that has none.</summary>
    public static string? NameFor(string route)
        => Array.Find(s_routes, known => known.Route.Equals(route, StringComparison.OrdinalIgnoreCase)).Name;

    /// <summary>The variables of the process by which somebody probably meant one of these. Other software has
    /// variables that begin so, too: only a slip of the hand counts.</summary>
    /// <param name="names">The names of all variables.</param>
    public static IEnumerable<UnknownName> Misspelt(IEnumerable<string> names)
        => from name in names
           where name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && !IsKnown(name)
           let known = NearestName.Find(name, Names, known => known.Length < LongName ? 1 : 2)
           where known is not null
           select new UnknownName(name, known);

    private static string? Value(Func<string, string?> read, string name) => ValueText.Clean(read(name));

    // Windows reads a variable whatever the case of its name.
    private static bool IsKnown(string name)
        => Names.Contains(
            name, OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);

    private static string? FromFile(Func<string, string?> read, string name, List<string> mistakes)
    {
        if (Value(read, name) is not { } path)
        {
            return null;
        }

        try
        {
            return ValueText.Clean(File.ReadAllText(path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            mistakes.Add($"{name} names a file that cannot be read ({exception.GetType().Name}).");
            return null;
        }
    }

    private static bool Set<T>(T? value, Action<T> set)
        where T : struct
    {
        if (value is { } known)
        {
            set(known);
        }

        return value is not null;
    }

    private static bool TryKey(WebhookAlertOptions options, string value)
    {
        options.UserIdHashKey = value;
        options.UserIds = UserIdDisplay.Hash;
        return true;
    }

    private static bool TryPath(string value, Action<string> set)
    {
        set(value);
        return true;
    }

    private static bool TryHosts(WebhookAlertOptions options, string value)
    {
        var origins = options.Notes.Origins;
        options.TrustedHosts.Clear();
        origins.ClearItems(nameof(options.TrustedHosts));
        foreach (var host in value.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries))
        {
            options.TrustedHosts.Add(host);
            origins.AddItem(nameof(options.TrustedHosts), TrustedHosts);
        }

        return true;
    }
}
