using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;

namespace TypedWebhookAlerts.Generators.Parsing;

/// <summary>Writes a constant so that it has exactly its type.</summary>
internal static class ConstantSource
{
    public static string Of(object value)
        => value switch
        {
            bool truth => truth ? "true" : "false",
            string text => SymbolDisplay.FormatLiteral(text, quote: true),
            char character => SymbolDisplay.FormatLiteral(character, quote: true),
            float number => Fraction(number, number.ToString("R", CultureInfo.InvariantCulture), "float", "f"),
            double number => Fraction(number, number.ToString("R", CultureInfo.InvariantCulture), "double", "d"),
            int number => Number(number),
            uint number => Number(number) + "u",
            long number => Number(number) + "L",
            ulong number => Number(number) + "UL",
            sbyte number => $"(sbyte)({Number(number)})",
            byte number => $"(byte){Number(number)}",
            short number => $"(short)({Number(number)})",
            ushort number => $"(ushort){Number(number)}",
            _ => throw new InvalidOperationException($"There are no constants of type {value.GetType().Name}."),
        };

    private static string Number(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);

    private static string Fraction(double value, string text, string type, string suffix)
        => double.IsNaN(value) ? $"{type}.NaN"
            : double.IsPositiveInfinity(value) ? $"{type}.PositiveInfinity"
            : double.IsNegativeInfinity(value) ? $"{type}.NegativeInfinity"
            : text + suffix;
}
