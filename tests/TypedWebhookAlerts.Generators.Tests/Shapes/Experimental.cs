using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts;

[Experimental("SHOP001")]
public class Preview
{
    public string Name => "";
}

[Experimental("SHOP002")]
public class Outer
{
    public struct Nested;
}

public class Order
{
    [Experimental("SHOP003")]
    public string? Note { get; }

    [Obsolete("Use Note.", DiagnosticId = "SHOP004")]
    public string? Text { get; }
}

public static partial class A
{
#pragma warning disable SHOP001, SHOP002, SHOP003, SHOP004 // experiments that the user takes part in
    [WebhookAlert(LogLevel.Error, "{preview.Name}{order.Note}{order.Text}{list}")]
    public static partial void X(Preview preview, Order order, List<Outer.Nested?[]> list);
#pragma warning restore
}
