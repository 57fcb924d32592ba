from jinja2.runtime import LoopContext, Macro, Markup, Namespace, TemplateNotFound, TemplateReference, TemplateRuntimeError, Undefined, escape, identity, internalcode, markup_join, missing, str_join
name = 'scenario.html'

def root(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    parent_template = None
    pass
    parent_template = environment.get_template('page.html', 'scenario.html')
    for name, parent_block in parent_template.blocks.items():
        context.blocks.setdefault(name, []).append(parent_block)
    yield from parent_template.root_render_func(context)

def block_content(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    l_0_view = resolve('view')
    l_0_scenario = resolve('scenario')
    l_0_html = resolve('html')
    l_0_t = resolve('t')
    l_0_own = resolve('own')
    pass
    yield '<section class="scenario" data-scenario="'
    yield escape(environment.getattr((undefined(name='view') if l_0_view is missing else l_0_view), 'id'))
    yield '" data-ordinal="'
    yield escape(environment.getattr((undefined(name='view') if l_0_view is missing else l_0_view), 'ordinal'))
    yield '" data-start="'
    yield escape(environment.getattr((undefined(name='scenario') if l_0_scenario is missing else l_0_scenario), 'start'))
    yield '" data-meters="'
    yield escape(environment.getattr((undefined(name='scenario') if l_0_scenario is missing else l_0_scenario), 'meters'))
    yield '">\n<div class="start">'
    yield escape(context.call((undefined(name='html') if l_0_html is missing else l_0_html), environment.getattr((undefined(name='scenario') if l_0_scenario is missing else l_0_scenario), 'intro'), _block_vars=_block_vars))
    yield '\n<div class="actions">\n'
    if environment.getattr((undefined(name='scenario') if l_0_scenario is missing else l_0_scenario), 'reading'):
        pass
        yield '<a class="reading" href="'
        yield escape(environment.getattr((undefined(name='scenario') if l_0_scenario is missing else l_0_scenario), 'reading'))
        yield '">'
        yield escape(environment.getattr((undefined(name='t') if l_0_t is missing else l_0_t), 'scenario_read'))
        yield '</a>\n'
    if (environment.getattr((undefined(name='view') if l_0_view is missing else l_0_view), 'note') and environment.getattr(environment.getattr((undefined(name='view') if l_0_view is missing else l_0_view), 'around'), 'next')):
        pass
        yield '<a href="'
        yield escape(environment.getattr(environment.getattr(environment.getattr((undefined(name='view') if l_0_view is missing else l_0_view), 'around'), 'next'), 'href'))
        yield '">'
        yield escape(environment.getattr((undefined(name='t') if l_0_t is missing else l_0_t), 'scenario_skip'))
        yield '</a>\n'
    yield '</div>\n</div>\n'
    for l_1_scene in environment.getattr((undefined(name='scenario') if l_0_scenario is missing else l_0_scenario), 'scenes'):
        _loop_vars = {}
        pass
        yield '<article class="scene" id="'
        yield escape(environment.getattr(l_1_scene, 'id'))
        yield '" data-scene="'
        yield escape(environment.getattr(l_1_scene, 'id'))
        yield '" data-ordinal="'
        yield escape(environment.getattr(l_1_scene, 'ordinal'))
        yield '"'
        if environment.getattr(l_1_scene, 'end'):
            pass
            yield ' data-end'
        yield ' tabindex="-1">\n<h2>'
        yield escape(context.call((undefined(name='own') if l_0_own is missing else l_0_own), environment.getattr(l_1_scene, 'title'), _loop_vars=_loop_vars))
        yield '</h2>\n'
        yield escape(context.call((undefined(name='html') if l_0_html is missing else l_0_html), environment.getattr(l_1_scene, 'text'), _loop_vars=_loop_vars))
        yield '\n'
        if environment.getattr(l_1_scene, 'choices'):
            pass
            yield '<p class="ask">'
            yield escape(environment.getattr(l_1_scene, 'ask'))
            yield '</p>\n<ul class="choices">\n'
            for l_2_choice in environment.getattr(l_1_scene, 'choices'):
                _loop_vars = {}
                pass
                yield '<li data-choice="'
                yield escape(environment.getattr(l_2_choice, 'id'))
                yield '" data-goes="'
                yield escape(environment.getattr(l_2_choice, 'goes_to'))
                yield '"'
                if environment.getattr(l_2_choice, 'evidence'):
                    pass
                    yield ' data-evidence="'
                    yield escape(environment.getattr(l_2_choice, 'evidence'))
                    yield '"'
                if environment.getattr(l_2_choice, 'effects'):
                    pass
                    yield ' data-effects="'
                    yield escape(environment.getattr(l_2_choice, 'effects'))
                    yield '"'
                if environment.getattr(l_2_choice, 'critical'):
                    pass
                    yield ' data-critical'
                yield '><a href="#'
                yield escape(environment.getattr(l_2_choice, 'goes_to'))
                yield '">'
                yield escape(context.call((undefined(name='html') if l_0_html is missing else l_0_html), environment.getattr(l_2_choice, 'text'), _loop_vars=_loop_vars))
                yield '</a>\n'
                if environment.getattr(l_2_choice, 'feedback'):
                    pass
                    yield '<div class="feedback">'
                    yield escape(context.call((undefined(name='html') if l_0_html is missing else l_0_html), environment.getattr(l_2_choice, 'feedback'), _loop_vars=_loop_vars))
                    yield '</div>\n'
                yield '</li>\n'
            l_2_choice = missing
            yield '</ul>\n'
        yield '</article>\n'
    l_1_scene = missing
    yield '<section class="debrief">\n'
    if (environment.getattr((undefined(name='scenario') if l_0_scenario is missing else l_0_scenario), 'debrief') or environment.getattr((undefined(name='scenario') if l_0_scenario is missing else l_0_scenario), 'prompts')):
        pass
        yield '<h2>'
        yield escape(context.call((undefined(name='own') if l_0_own is missing else l_0_own), environment.getattr((undefined(name='scenario') if l_0_scenario is missing else l_0_scenario), 'debrief_title'), _block_vars=_block_vars))
        yield '</h2>\n'
        yield escape(context.call((undefined(name='html') if l_0_html is missing else l_0_html), environment.getattr((undefined(name='scenario') if l_0_scenario is missing else l_0_scenario), 'debrief'), _block_vars=_block_vars))
        yield '\n'
    for l_1_prompt in environment.getattr((undefined(name='scenario') if l_0_scenario is missing else l_0_scenario), 'prompts'):
        _loop_vars = {}
        pass
        yield escape(l_1_prompt)
        yield '\n'
    l_1_prompt = missing
    yield '</section>\n</section>\n'

blocks = {'content': block_content}
debug_info = '1=12&2=17&3=31&4=39&6=41&7=44&9=48&10=51&14=56&15=60&16=70&17=72&18=74&19=77&21=79&22=83&23=105&24=108&33=116&34=119&35=121&37=123&38=126'
