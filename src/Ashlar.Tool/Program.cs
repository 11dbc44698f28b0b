using System.Globalization;
using Ashlar.Tool;
using Ashlar.Tool.Commands;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
var terminal = Terminal.OfProcess();

try
{
    return await CommandLine.Run(args, terminal, CancellationToken.None);
}
catch (Exception defect)
{
    return InternalReport.Write(terminal, args, defect);
}
