using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.AotSmoke.Alerts.Signatures;

/// <summary>Signatures that the other part must repeat exactly.</summary>
internal static partial class SignatureAlerts
{
    [WebhookAlert(LogLevel.Warning, "{number} {text}")]
    public static partial void InAndDefault(in int number, string text = "default");

    [WebhookAlert(LogLevel.Warning, "{big}")]
    public static partial void RefReadonly(ref readonly decimal big);

    [WebhookAlert(LogLevel.Warning, "{text}")]
    public static partial void Scoped(scoped ReadOnlySpan<char> text);

    [WebhookAlert(LogLevel.Warning, "{numbers}")]
    public static partial void ParamsArray(params int[] numbers);

    [WebhookAlert(LogLevel.Warning, "{numbers}")]
    public static partial void ParamsList(params List<int> numbers);

    [WebhookAlert(LogLevel.Warning, "{words}")]
    public static partial void ParamsSpan(params ReadOnlySpan<string> words);

    [WebhookAlert(LogLevel.Warning, "{value}")]
    public static partial void Generic<T>(T value);

    [WebhookAlert(LogLevel.Warning, "{value} {value.Length}")]
    public static partial void Constrained<T>(T value)
        where T : IHasLength, new();

    [WebhookAlert(LogLevel.Warning, "{value:X}")]
    public static partial void Unmanaged<T>(T value)
        where T : unmanaged, ISpanFormattable;

    [WebhookAlert(LogLevel.Warning, "{value}")]
    public static partial void AnyEnum<T>(T value)
        where T : struct, Enum;

    [WebhookAlert(LogLevel.Warning, "{value}")]
    public static partial void Nullable<T>(T? value)
        where T : struct;

    [WebhookAlert(LogLevel.Warning, "{condition}")]
    public static partial void Expression(
        bool value, [CallerArgumentExpression(nameof(value))] string condition = "");

    [WebhookAlert(LogLevel.Warning, "Line {line} of {member}")]
    public static partial void Caller([CallerLineNumber] int line = 0, [CallerMemberName] string? member = null);

    [WebhookAlert(LogLevel.Warning, "{value}")]
    public static partial void Dynamic(dynamic? value);

    [WebhookAlert(LogLevel.Warning, "{pair} {pair.Item1}")]
    public static partial void Tuple((string Name, int Count) pair);

    [WebhookAlert(LogLevel.Warning, "{nested.Inner.Inner.Text}")]
    public static partial void Deep(Node? nested);

    [WebhookAlert(LogLevel.Warning, "{number}")]
    public static partial void Overload(int number);

    [WebhookAlert(LogLevel.Warning, "{text}")]
    public static partial void Overload(string text);

    [WebhookAlert(LogLevel.Warning, "{text} {number}")]
    public static partial bool Overload(string text, int number);

    [WebhookAlert(LogLevel.Warning, "{value}")]
    public static partial void Annotated([AllowNull] string value);

    [WebhookAlert(LogLevel.Warning, "No arguments")]
    public static partial void Nothing();

    [WebhookAlert(LogLevel.Warning, "{a}{b}{c}{d}{e}{f}{g}{h}{i}{j}")]
    public static partial void Ten(int a, int b, int c, int d, int e, int f, int g, int h, int i, int j);

    [WebhookAlert(LogLevel.Error, "")]
    public static partial void TwentyFive(
        int f1, int f2, int f3, int f4, int f5, int f6, int f7, int f8, int f9, int f10, int f11, int f12, int f13,
        int f14, int f15, int f16, int f17, int f18, int f19, int f20, int f21, int f22, int f23, int f24, int f25);

    [WebhookAlert(LogLevel.Warning, "{point} {point.X}")]
    public static partial void UserStruct(Point? point);

    [WebhookAlert(LogLevel.Warning, "{thrower}")]
    public static partial bool Throwing(Thrower thrower);
}
