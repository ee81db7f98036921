using HelloWeb;
using TypedWebhookAlerts;

var builder = WebApplication.CreateBuilder(args);
builder.AddWebhookAlerts();                                   // the section WebhookAlerts and the WEBHOOK_* variables
builder.Logging.AddWebhookAlerts();                           // warnings and errors of the log become alerts too
builder.Services.AddHealthChecks().AddWebhookAlerts();

var app = builder.Build();

app.MapGet("/", () => "POST /orders/tea?count=500, GET /fail, GET /routes, GET /health");

app.MapPost("/orders/{item}", (string item, int count = 1) =>
{
    if (count > 100)
    {
        ShopAlerts.LargeOrder(item, count);
    }

    return $"{count} {item} ordered";
});

// Nothing catches it: ASP.NET Core logs it as an error, which becomes an alert.
app.MapGet("/fail", string () => throw new InvalidOperationException("The shop is closed"));

// Where the routes lead, asked of Discord at this moment.
app.MapGet("/routes", async (AlertPipeline alerts, CancellationToken cancellation)
    => (await alerts.VerifyAsync(cancellation)).Select(route => route.ToString()));

app.MapHealthChecks("/health");

app.Run();
