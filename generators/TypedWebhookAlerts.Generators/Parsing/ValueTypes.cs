using Microsoft.CodeAnalysis;
using TypedWebhookAlerts.Generators.Model;

namespace TypedWebhookAlerts.Generators.Parsing;

/// <summary>Decides what a value is captured as.</summary>
internal static class ValueTypes
{
    // All of them format themselves to UTF-8. Only the first group says which thing is meant.
    private static readonly HashSet<string> s_identities = ["Int128", "UInt128", "Guid"];
    private static readonly HashSet<string> s_measures =
        ["Half", "DateTimeOffset", "DateOnly", "TimeOnly", "TimeSpan"];

    private static readonly CapturedType s_unsupported = new(ValueKind.Unsupported, string.Empty, false, false);

    public static CapturedType Secret { get; } = new(ValueKind.Secret, "string", false, false);

    public static bool IsNullableValue(ITypeSymbol type, out ITypeSymbol underlying)
    {
        var isNullable = type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
        underlying = isNullable ? ((INamedTypeSymbol)type).TypeArguments[0] : type;
        return isNullable;
    }

    /// <summary>Decides what a parameter's own value is captured as, if it is not sensitive.</summary>
    public static CapturedType Of(IParameterSymbol parameter)
    {
        if (parameter.RefKind is RefKind.Ref or RefKind.Out)
        {
            return s_unsupported;
        }

        var type = Of(parameter.Type, isLifted: false);
        return KnownTypes.IsUserId(parameter) && IsId(parameter.Type)
            ? type with { Kind = ValueKind.UserId }
            : type;
    }

    /// <summary>Whether a type can hold a Discord user's id.</summary>
    public static bool IsId(ITypeSymbol type)
    {
        IsNullableValue(type, out var underlying);
        return underlying.SpecialType is SpecialType.System_UInt64 or SpecialType.System_Int64;
    }

    /// <summary>Decides what a value of a type is captured as.</summary>
    /// <param name="type">The type.</param>
    /// <param name="isLifted">Whether the value may be missing because something on the way to it may be.</param>
    public static CapturedType Of(ITypeSymbol type, bool isLifted)
    {
        var isNullable = IsNullableValue(type, out var underlying) || isLifted;
        var kind = KindOf(underlying, isLifted);
        var names = kind == ValueKind.Enum ? NamesOf((INamedTypeSymbol)underlying) : null;
        var conversion = Conversion(kind, type, isLifted);
        var captured = new CapturedType(
            kind, NameOf(kind, underlying), isNullable, IsIdentity(kind, underlying), names, conversion);
        return captured with { IsNullable = isNullable && captured.IsRaw };
    }

    private static ValueKind KindOf(ITypeSymbol type, bool isLifted)
    {
        switch (type)
        {
            case { SpecialType: SpecialType.System_String }:
                return ValueKind.Text;
            case { SpecialType: SpecialType.System_Boolean }:
                return ValueKind.Bool;
            case { SpecialType: SpecialType.System_Char }:
                return ValueKind.Char;
            case { TypeKind: TypeKind.Enum }:
                return ValueKind.Enum;
            case { TypeKind: TypeKind.Error or TypeKind.Pointer or TypeKind.FunctionPointer }:
            case ITypeParameterSymbol { AllowsRefLikeType: true }:
            case { SpecialType: SpecialType.System_Void }:
                return ValueKind.Unsupported;
            // "a?.B" does not compile where B may be either a class or a struct.
            case ITypeParameterSymbol { IsReferenceType: false, IsValueType: false } when isLifted:
                return ValueKind.Unsupported;
            case { IsRefLikeType: true }:
                return isLifted ? ValueKind.Unsupported : SpanKindOf(type);
        }

        if (IsNumber(type))
        {
            return ValueKind.Number;
        }

        return KnownTypes.IsOrDerivesFrom(type, "System.Exception") ? ValueKind.Exception
            : KnownTypes.IsOrDerivesFrom(type, "System.Uri") ? ValueKind.Uri
            : CollectionTypes.IsList(type) ? ListKindOf(type)
            : FormattableTypes.IsSpanFormattable(type) && FormattableTypes.IsTypeArgument(type) ? ValueKind.SpanRendered
            : ValueKind.Rendered;
    }

    private static ValueKind SpanKindOf(ITypeSymbol type)
        => !CollectionTypes.IsSpan(type) ? ValueKind.Unsupported
            : IsTextOf(((INamedTypeSymbol)type).TypeArguments[0]) ? ValueKind.Span
            : ListKindOf(type);

    private static bool IsTextOf(ITypeSymbol item)
        => item.SpecialType is SpecialType.System_Char or SpecialType.System_Byte;

    private static ValueKind ListKindOf(ITypeSymbol type)
        => CollectionTypes.HasUsableItems(type) ? ValueKind.List : ValueKind.Unsupported;

    // What is dynamic would else be formatted by whatever overload fits the value; some interfaces are no type
    // arguments at all.
    private static string? Conversion(ValueKind kind, ITypeSymbol type, bool isLifted)
        => kind switch
        {
            ValueKind.List => CollectionTypes.Conversion(type, isLifted),
            ValueKind.Rendered when type.TypeKind == TypeKind.Dynamic || !FormattableTypes.IsTypeArgument(type)
                => "(object?){0}",
            _ => null,
        };

    private static bool IsNumber(ITypeSymbol type)
        => IsIntegral(type.SpecialType)
            || type.SpecialType is SpecialType.System_Single or SpecialType.System_Double
                or SpecialType.System_Decimal or SpecialType.System_DateTime
            || (IsInSystem(type) && (s_identities.Contains(type.Name) || s_measures.Contains(type.Name)));

    private static bool IsIntegral(SpecialType type)
        => type is >= SpecialType.System_SByte and <= SpecialType.System_UInt64
            or SpecialType.System_IntPtr or SpecialType.System_UIntPtr;

    private static bool IsInSystem(ITypeSymbol type)
        => type is INamedTypeSymbol { Arity: 0, IsValueType: true, ContainingType: null } value
            && value.ContainingNamespace is { Name: "System" } space
            && space.ContainingNamespace.IsGlobalNamespace;

    private static bool IsIdentity(ValueKind kind, ITypeSymbol type)
        => kind switch
        {
            ValueKind.Number => IsIntegral(type.SpecialType) || s_identities.Contains(type.Name),
            ValueKind.Secret or ValueKind.Unsupported => false,
            _ => true,
        };

    private static string NameOf(ValueKind kind, ITypeSymbol type)
        => kind switch
        {
            ValueKind.Number or ValueKind.Bool or ValueKind.Char => SourceNames.Of(type),
            ValueKind.Enum => SourceNames.Of(((INamedTypeSymbol)type).EnumUnderlyingType!),
            ValueKind.Exception => "global::System.Exception",
            _ => "string",
        };

    private static EnumNames NamesOf(INamedTypeSymbol type)
    {
        var members = type.GetMembers().OfType<IFieldSymbol>().Where(field => field.HasConstantValue);
        var underlying = type.EnumUnderlyingType!.SpecialType;
        return new EnumNames(
            type.ToDisplayString(),
            type.Name,
            KnownTypes.Find(type, "System.FlagsAttribute") is not null,
            SizeOf(underlying),
            underlying is SpecialType.System_SByte or SpecialType.System_Int16
                or SpecialType.System_Int32 or SpecialType.System_Int64,
            new EquatableArray<EnumMember>(
                members.Select(field => new EnumMember(field.Name, Widen(field.ConstantValue!)))));
    }

    private static int SizeOf(SpecialType type)
        => type switch
        {
            SpecialType.System_SByte or SpecialType.System_Byte => 1,
            SpecialType.System_Int16 or SpecialType.System_UInt16 => 2,
            SpecialType.System_Int64 or SpecialType.System_UInt64 => 8,
            _ => 4,
        };

    private static long Widen(object value)
        => value is ulong large
            ? unchecked((long)large)
            : Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture);
}
