namespace Ashlar.Tool.Commands;

/// <summary>How a command says what happened; documented in docs/cli.md and in every help page.</summary>
internal static class ExitCode
{
    public const int Fine = 0;
    public const int Findings = 1;
    public const int Usage = 2;
    public const int Environment = 3;
    public const int Internal = 70;

    public static readonly IReadOnlyList<(int Code, string Meaning)> All =
    [
        (Fine, "fine"),
        (Findings, "findings: the model has errors, a file is not formatted, a generated file was edited"),
        (Usage, "usage: the command line cannot be read that way"),
        (Environment, "environment: a folder, disk, port or database cannot be used"),
        (Internal, "internal: a defect in ashlar; a replay file is in .ashlar/"),
    ];
}
