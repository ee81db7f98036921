namespace TypedWebhookAlerts.Monitoring;

/// <summary>What an instrument's measurements mean.</summary>
internal enum InstrumentKind
{
    /// <summary>Each is added to a total that only grows.</summary>
    Counter,

    /// <summary>Each is added to a level, or taken from it.</summary>
    UpDownCounter,

    /// <summary>Each replaces the one before.</summary>
    Gauge,

    /// <summary>Each is one of many, such as the time that a request took.</summary>
    Histogram,

    /// <summary>Each is a total until now, told when asked for.</summary>
    ObservableCounter,

    /// <summary>Each is a level, or a part of it, told when asked for.</summary>
    ObservableUpDownCounter,

    /// <summary>Each is a value, told when asked for.</summary>
    ObservableGauge,
}
