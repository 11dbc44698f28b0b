using Ashlar.Core.Text;

namespace Ashlar.Core.Model;

/// <summary>What an API answers where it refuses something, as far as that is not the usual.</summary>
public sealed record ErrorUse(ErrorObject? Body, ValueList<RefusalUse> Refusals)
{
    /// <summary>RFC 9457 problem documents.</summary>
    public static ErrorUse Default { get; } = new(null, []);

    public bool IsDefault => Body is null && Refusals.IsEmpty;

    /// <summary>The status with which a refusal is answered that has another one by itself.</summary>
    public int StatusOf(string code, int status) =>
        Refusals.FirstOrDefault(refusal => refusal.Code == code)?.Status ?? status;
}

/// <summary>`Taken status 409 message "is taken" about "name"`.</summary>
public sealed record RefusalUse(string Name, Origin Origin)
{
    /// <summary>The code of the refusal or of what is wrong with a member.</summary>
    public string Code => Spelling.Kebab(Name);

    public int? Status { get; init; }

    /// <summary>Null where it is the usual.</summary>
    public string? Message { get; init; }

    /// <summary>The subject where no member of the request is; null for what the operation is about.</summary>
    public string? Subject { get; init; }
}

/// <summary>A value in the body of a refusal.</summary>
public abstract record ErrorValue;

/// <summary>`{ error: { code: code, message: message } }`.</summary>
public sealed record ErrorObject(ValueList<ErrorMember> Members) : ErrorValue;

/// <summary>`{ "{subject}": messages }`: a member for each subject, with a list of what is wrong with it.</summary>
public sealed record ErrorSubjects : ErrorValue;

/// <summary>A value that each refusal has.</summary>
public sealed record ErrorFact(ErrorFactKind Kind) : ErrorValue;

/// <summary>A text that is always the same.</summary>
public sealed record ErrorText(string Text) : ErrorValue;

public sealed record ErrorMember(string Name, ErrorValue Value);
